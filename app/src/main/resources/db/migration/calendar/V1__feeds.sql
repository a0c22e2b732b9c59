-- One secret address per facility, under which calendar programs read its posts' titles and times. Only the hash of the
-- secret is kept, in door; taking the address back removes both.
create table calendar_feed (
  organisation_id uuid        not null,
  facility_id     uuid        not null,
  token_hash      bytea       not null,
  made_at         timestamptz not null,
  made_by         uuid        not null,
  primary key (organisation_id, facility_id)
);
alter table calendar_feed enable row level security, force row level security;
create policy own_organisation on calendar_feed
  using (organisation_id = nullif(current_setting('hearten.organisation', true), '')::uuid);
