-- The accounts a facility speaks through, how each is doing, and the sealed sessions of those that need one.
create table account (
  organisation_id uuid        not null,
  id              uuid        not null,
  facility_id     uuid        not null,
  network         text        not null check (network in ('HUB', 'BLUESKY')),
  network_id      text        not null check (network_id <> ''),  -- the network's own lasting name for it
  handle          text        not null check (handle <> ''),
  display_name    text        not null,
  health          text        not null check (health in ('WORKING', 'TROUBLED', 'DISCONNECTED')),
  health_words    text,                 -- the trouble's one word, or the network's own words; null while working
  health_since    timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, network, network_id),
  constraint words_when_not_working check ((health = 'WORKING') = (health_words is null))
);
create index account_of_facility on account (organisation_id, facility_id);
alter table account enable row level security, force row level security;
create policy own_organisation on account
  using (organisation_id = nullif(current_setting('hearten.organisation', true), '')::uuid);

create table bluesky_session (
  organisation_id uuid  not null,
  account_id      uuid  not null,
  sealed          bytea not null check (length(sealed) > 0),
  primary key (organisation_id, account_id),
  foreign key (organisation_id, account_id) references account
);
alter table bluesky_session enable row level security, force row level security;
create policy own_organisation on bluesky_session
  using (organisation_id = nullif(current_setting('hearten.organisation', true), '')::uuid);
