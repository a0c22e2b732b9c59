-- The staff, and which role each holds in which facility.
create table person (
  organisation_id uuid    not null,
  id              uuid    not null,
  name            text    not null check (name <> ''),
  email           text    not null check (email = lower(email)),
  password_hash   text    not null,
  active          boolean not null,
  totp_secret     bytea,             -- sealed; null while no second factor is set up
  totp_last_step  bigint  not null,  -- a code opens once
  primary key (organisation_id, id),
  unique (organisation_id, email)
);
alter table person enable row level security, force row level security;
create policy own_organisation on person
  using (organisation_id = nullif(current_setting('hearten.organisation', true), '')::uuid);

create table recovery_code (
  organisation_id uuid  not null,
  person_id       uuid  not null,
  code_hash       bytea not null,
  primary key (organisation_id, person_id, code_hash),
  foreign key (organisation_id, person_id) references person
);
alter table recovery_code enable row level security, force row level security;
create policy own_organisation on recovery_code
  using (organisation_id = nullif(current_setting('hearten.organisation', true), '')::uuid);

create table role_grant (
  organisation_id uuid not null,
  person_id       uuid not null,
  facility_id     uuid not null,
  role            text not null check (role in ('AUTHOR', 'CLINICAL_REVIEWER', 'COMPLIANCE_OFFICER', 'PUBLISHER',
                                                'COMMUNITY_MANAGER', 'ANALYST', 'AUDITOR', 'ADMINISTRATOR')),
  valid_until     timestamptz,       -- the right ends by the clock; null when it has no end
  primary key (organisation_id, person_id, facility_id, role),
  foreign key (organisation_id, person_id) references person
);
alter table role_grant enable row level security, force row level security;
create policy own_organisation on role_grant
  using (organisation_id = nullif(current_setting('hearten.organisation', true), '')::uuid);
