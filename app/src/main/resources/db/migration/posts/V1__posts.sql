-- Posts and what belongs to them. Titles, texts, sources and picture descriptions are sealed.
create table post (
  organisation_id uuid        not null,
  id              uuid        not null,
  facility_id     uuid        not null,
  title           bytea       not null,
  body            bytea       not null,
  pillar          text        not null check (pillar in ('EDUCATION', 'PREVENTION', 'PATIENT_STORY', 'OUR_PEOPLE',
                                                         'SERVICES', 'COMMUNITY')),
  language        text        not null check (language in ('en', 'hi')),
  stage           text        not null check (stage in ('DRAFT', 'IN_REVIEW', 'CHANGES_ASKED', 'APPROVED', 'SENDING',
                                                        'PUBLISHED', 'NOT_SENT', 'TAKEN_DOWN', 'CANCELLED')),
  revision        int         not null check (revision > 0),
  content_hash    text        not null check (content_hash ~ '^[0-9a-f]{64}$'),
  networks        text[]      not null,   -- those of its versions, so that a list reads one table
  author_id       uuid        not null,
  due_at          timestamptz,
  scheduled_by    uuid,
  created_at      timestamptz not null,
  changed_at      timestamptz not null,
  changed_by      uuid        not null,
  primary key (organisation_id, id),
  constraint a_time_has_its_giver check ((due_at is null) = (scheduled_by is null))
);
create index post_by_change on post (organisation_id, changed_at desc, id desc);
create index post_by_stage on post (organisation_id, stage, changed_at desc, id desc);
create index post_by_pillar on post (organisation_id, pillar, changed_at desc, id desc);
create index post_by_time on post (organisation_id, facility_id, due_at, id) where due_at is not null;
alter table post enable row level security, force row level security;
create policy own_organisation on post
  using (organisation_id = nullif(current_setting('hearten.organisation', true), '')::uuid);

create table post_version (
  organisation_id uuid  not null,
  post_id         uuid  not null,
  position        int   not null,
  network         text  not null check (network in ('HUB', 'BLUESKY')),
  account_id      uuid,               -- null: the facility's account on that network
  body            bytea,              -- null: the same as the post's own
  primary key (organisation_id, post_id, position),
  foreign key (organisation_id, post_id) references post
);
alter table post_version enable row level security, force row level security;
create policy own_organisation on post_version
  using (organisation_id = nullif(current_setting('hearten.organisation', true), '')::uuid);

create table post_source (
  organisation_id uuid  not null,
  post_id         uuid  not null,
  position        int   not null,
  title           bytea not null,
  publisher       bytea not null,
  address         bytea not null,
  primary key (organisation_id, post_id, position),
  foreign key (organisation_id, post_id) references post
);
alter table post_source enable row level security, force row level security;
create policy own_organisation on post_source
  using (organisation_id = nullif(current_setting('hearten.organisation', true), '')::uuid);

create table post_picture (
  organisation_id uuid    not null,
  post_id         uuid    not null,
  position        int     not null,
  picture_id      uuid    not null,
  picture_hash    text    not null,
  alt             bytea   not null,
  declared        boolean not null,   -- the author's tick; who ticked it, and when, is kept by media
  primary key (organisation_id, post_id, position),
  foreign key (organisation_id, post_id) references post
);
alter table post_picture enable row level security, force row level security;
create policy own_organisation on post_picture
  using (organisation_id = nullif(current_setting('hearten.organisation', true), '')::uuid);
