-- What the guard said about some words, kept under the hash of those words. Never the words themselves.
create table check_report (
  organisation_id uuid        not null,
  subject_id      uuid        not null,   -- the post or the reply
  content_hash    text        not null,
  packs           text        not null,   -- name and version of every rule pack it looked with
  blocks          int         not null check (blocks >= 0),
  checked_at      timestamptz not null,
  primary key (organisation_id, subject_id, content_hash, packs)
);
alter table check_report enable row level security, force row level security;
create policy own_organisation on check_report
  using (organisation_id = nullif(current_setting('hearten.organisation', true), '')::uuid);

create table check_finding (
  organisation_id uuid not null,
  subject_id      uuid not null,
  content_hash    text not null,
  packs           text not null,
  finding_key     text not null,          -- keyed hash of the rule and the words it points at
  rule            text not null,
  label           text not null,
  severity        text not null check (severity in ('BLOCK', 'WARN', 'INFO')),
  places          int  not null check (places > 0),
  primary key (organisation_id, subject_id, content_hash, packs, finding_key),
  foreign key (organisation_id, subject_id, content_hash, packs) references check_report
);
alter table check_finding enable row level security, force row level security;
create policy own_organisation on check_finding
  using (organisation_id = nullif(current_setting('hearten.organisation', true), '')::uuid);

-- Why a warning may stay, who said so, when.
create table check_answer (
  organisation_id uuid        not null,
  subject_id      uuid        not null,
  finding_key     text        not null,
  rule            text        not null,
  reason          bytea       not null,   -- sealed
  person_id       uuid        not null,
  answered_at     timestamptz not null,
  primary key (organisation_id, subject_id, finding_key)
);
alter table check_answer enable row level security, force row level security;
create policy own_organisation on check_answer
  using (organisation_id = nullif(current_setting('hearten.organisation', true), '')::uuid);
