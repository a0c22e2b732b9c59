-- The organisation, its facilities, and the districts each one serves.
create table organisation (
  organisation_id uuid not null primary key,
  name            text not null check (name <> '')
);
alter table organisation enable row level security, force row level security;
create policy own_organisation on organisation
  using (organisation_id = nullif(current_setting('hearten.organisation', true), '')::uuid);

create table facility (
  organisation_id uuid not null references organisation,
  id              uuid not null,
  slug            text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{1,60}$'),
  name_english    text not null check (name_english <> ''),
  name_hindi      text not null,
  about_english   text not null,
  about_hindi     text not null,
  phone           text not null,
  address         text not null,
  zone            text not null,
  jurisdiction    text not null check (jurisdiction in ('IN', 'US')),
  brand_hue       int  not null check (brand_hue between 0 and 359),
  primary key (organisation_id, id)
);
alter table facility enable row level security, force row level security;
create policy own_organisation on facility
  using (organisation_id = nullif(current_setting('hearten.organisation', true), '')::uuid);

create table service_area (
  organisation_id uuid not null,
  facility_id     uuid not null,
  district        text not null check (district <> ''),
  primary key (organisation_id, facility_id, district),
  foreign key (organisation_id, facility_id) references facility
);
alter table service_area enable row level security, force row level security;
create policy own_organisation on service_area
  using (organisation_id = nullif(current_setting('hearten.organisation', true), '')::uuid);
