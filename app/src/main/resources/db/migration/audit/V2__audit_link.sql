-- Sealed entries: a chain per organisation that shows any change, removal or reordering. Only ever added to.

-- Which transaction wrote an entry: it is sealed once every older transaction has ended, so a late commit is not missed.
alter table audit_entry add column written_in xid8 not null default pg_current_xact_id();
create index audit_entry_by_transaction on audit_entry (organisation_id, written_in, id);

-- No foreign key to the entry: the link must outlive it, or a removal could not be named.
create table audit_link (
  organisation_id uuid   not null,
  position        bigint not null check (position > 0),
  entry_id        uuid   not null,
  mac             bytea  not null check (length(mac) = 32),
  sealed_before   xid8   not null default '0',  -- every entry of an older transaction stands in the chain
  sealed_at       timestamptz not null,
  primary key (organisation_id, position),
  unique (organisation_id, entry_id)
);
alter table audit_link enable row level security, force row level security;
create policy own_organisation on audit_link
  using (organisation_id = nullif(current_setting('hearten.organisation', true), '')::uuid);
revoke update, delete, truncate on audit_link from ${pool};

-- When the chain's head last left the machine. What it said stands in the exported file, out of the database's reach.
create table audit_head (
  organisation_id uuid        not null,
  position        bigint      not null check (position > 0),
  exported_at     timestamptz not null,
  primary key (organisation_id, position)
);
alter table audit_head enable row level security, force row level security;
create policy own_organisation on audit_head
  using (organisation_id = nullif(current_setting('hearten.organisation', true), '')::uuid);
revoke update, delete, truncate on audit_head from ${pool};

create index audit_entry_by_action on audit_entry (organisation_id, action, recorded_at desc, id desc);
