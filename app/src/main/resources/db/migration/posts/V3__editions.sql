-- What a post once said, who wrote it and when, so that nothing written is ever lost. A post from before this has its
-- first edition kept when it is next changed.
create table post_edition (
  organisation_id uuid        not null,
  post_id         uuid        not null,
  revision        int         not null check (revision > 0),
  why             text        not null check (why in ('WRITTEN', 'SUBMITTED', 'RESTORED')),
  begun_at        timestamptz not null,
  kept_at         timestamptz not null,
  kept_by         uuid        not null,
  draft           bytea       not null,
  primary key (organisation_id, post_id, revision),
  foreign key (organisation_id, post_id) references post
);
alter table post_edition enable row level security, force row level security;
create policy own_organisation on post_edition
  using (organisation_id = nullif(current_setting('hearten.organisation', true), '')::uuid);
