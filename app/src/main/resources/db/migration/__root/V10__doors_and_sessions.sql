-- What arrives before anyone is known. These tables stand outside the walls, so they hold ids and hashes, never text.
create table organisation_list (
  organisation_id uuid not null primary key
);

-- An e-mail address, a public address, a token: its keyed hash leads to the organisation it belongs to.
create table door (
  kind            text  not null,
  keyed_hash      bytea not null,
  organisation_id uuid  not null,
  primary key (kind, keyed_hash)
);

create table session (
  token_hash      bytea       not null primary key,   -- of the cookie; the cookie itself is never stored
  organisation_id uuid        not null,
  person_id       uuid        not null,
  created_at      timestamptz not null,
  seen_at         timestamptz not null,
  verified_at     timestamptz                         -- null while the second factor is still asked for
);
create index session_of_person on session (organisation_id, person_id);
create index session_by_age on session (seen_at);

-- Failed sign-ins, counted per account and per address.
create table sign_in_failure (
  kind       text        not null check (kind in ('account', 'address')),
  keyed_hash bytea       not null,
  failed_at  timestamptz not null
);
create index sign_in_failure_recent on sign_in_failure (kind, keyed_hash, failed_at);

-- Work with a time: workers find it here, then enter that organisation's walls to do it.
create table due (
  kind            text        not null,
  organisation_id uuid        not null,
  id              uuid        not null,
  at              timestamptz not null,
  primary key (kind, organisation_id, id)
);
create index due_next on due (kind, at);
