-- Answers that are written once and used often. Sealed, like everything a person writes.
create table phrase (
  organisation_id uuid        not null,
  id              uuid        not null,
  name            bytea       not null,
  english         bytea       not null,
  hindi           bytea       not null,
  changed_at      timestamptz not null,
  changed_by      uuid        not null,
  removed_at      timestamptz,             -- kept, so that removing can be taken back
  primary key (organisation_id, id)
);
alter table phrase enable row level security, force row level security;
create policy own_organisation on phrase
  using (organisation_id = nullif(current_setting('hearten.organisation', true), '')::uuid);
