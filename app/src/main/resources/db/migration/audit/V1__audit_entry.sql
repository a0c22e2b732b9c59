-- What was done, by whom, to what. Rows are only ever added: the pool may insert and read, nothing else.
create table audit_entry (
  organisation_id uuid        not null,
  id              uuid        not null,
  recorded_at     timestamptz not null,
  person_id       uuid,                   -- null when Hearten or a visitor acted
  actor           text        not null,
  came_from       text        not null,
  action          text        not null check (action ~ '^[a-z_]+(\.[a-z_]+)+$'),
  object_kind     text        not null,
  object_id       uuid,
  facility_id     uuid,
  before_hash     text,
  after_hash      text,
  detail          text,
  primary key (organisation_id, id)
);
create index audit_entry_by_time on audit_entry (organisation_id, recorded_at desc, id desc);
create index audit_entry_by_object on audit_entry (organisation_id, object_id, id desc);
create index audit_entry_by_person on audit_entry (organisation_id, person_id, id desc);

alter table audit_entry enable row level security, force row level security;
create policy own_organisation on audit_entry
  using (organisation_id = nullif(current_setting('hearten.organisation', true), '')::uuid);

revoke update, delete, truncate on audit_entry from ${pool};
