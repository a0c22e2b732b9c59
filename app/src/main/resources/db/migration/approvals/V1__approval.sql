-- One round asks for the approval of exactly one content of a post; only its state ever changes.
create table approval_round (
  organisation_id uuid        not null,
  id              uuid        not null,
  post_id         uuid        not null,
  facility_id     uuid        not null,
  content_hash    text        not null check (content_hash ~ '^[0-9a-f]{64}$'),
  steps           text[]      not null check (cardinality(steps) > 0),
  author_id       uuid        not null,
  changed_by      uuid        not null,   -- who wrote last: like the author, they cannot approve it
  seen            bytea       not null,   -- sealed: the words as they stood, to show what changed since
  state           text        not null check (state in ('OPEN', 'APPROVED', 'CHANGES_ASKED', 'EDITED', 'ASKED_AGAIN')),
  asked_at        timestamptz not null,
  closed_at       timestamptz,
  primary key (organisation_id, id),
  unique (organisation_id, post_id, asked_at),
  constraint open_has_no_end check ((state = 'OPEN') = (closed_at is null))
);
create index approval_round_open on approval_round (organisation_id, facility_id, asked_at) where state = 'OPEN';
create unique index approval_round_one_open on approval_round (organisation_id, post_id) where state = 'OPEN';
create index approval_round_done on approval_round (organisation_id, closed_at desc) where state <> 'OPEN';
create index approval_round_approved on approval_round (organisation_id, closed_at) where state = 'APPROVED';
alter table approval_round enable row level security, force row level security;
create policy own_organisation on approval_round
  using (organisation_id = nullif(current_setting('hearten.organisation', true), '')::uuid);
revoke delete, truncate on approval_round from ${pool};

-- One row per decision. Only ever added to.
create table approval (
  organisation_id uuid        not null,
  id              uuid        not null,
  round_id        uuid        not null,
  person_id       uuid        not null,
  verdict         text        not null check (verdict in ('APPROVED', 'CHANGES_ASKED')),
  steps           text[]      not null,   -- which steps this yes stands for
  content_hash    text        not null,   -- of exactly what was seen
  note            bytea,                  -- sealed
  pictures_seen   boolean     not null,   -- declared by hand: no face can be recognised, no text read
  consent_seen    boolean     not null,   -- declared by hand: the patient's authorization was seen on paper
  late            boolean     not null,   -- decided after the time the post was due
  decided_at      timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, round_id) references approval_round,
  constraint changes_have_a_note check (verdict = 'APPROVED' or note is not null)
);
create index approval_of_round on approval (organisation_id, round_id, decided_at);
alter table approval enable row level security, force row level security;
create policy own_organisation on approval
  using (organisation_id = nullif(current_setting('hearten.organisation', true), '')::uuid);
revoke update, delete, truncate on approval from ${pool};
