-- A pause and its release are rows: who, when, why. Neither is ever changed.
create table pause (
  organisation_id uuid        not null,
  id              uuid        not null,
  facility_id     uuid,                   -- null: every facility of the organisation
  reason          bytea       not null,   -- sealed
  begun_by        uuid        not null,
  begun_at        timestamptz not null,
  primary key (organisation_id, id)
);
alter table pause enable row level security, force row level security;
create policy own_organisation on pause
  using (organisation_id = nullif(current_setting('hearten.organisation', true), '')::uuid);
revoke update, delete, truncate on pause from ${pool};

create table pause_release (
  organisation_id uuid        not null,
  pause_id        uuid        not null,
  released_by     uuid        not null,
  released_at     timestamptz not null,
  primary key (organisation_id, pause_id),
  foreign key (organisation_id, pause_id) references pause
);
alter table pause_release enable row level security, force row level security;
create policy own_organisation on pause_release
  using (organisation_id = nullif(current_setting('hearten.organisation', true), '')::uuid);
revoke update, delete, truncate on pause_release from ${pool};
