-- Words that are written once and used often: whole posts to begin with, and pieces to put into one.
create table post_block (
  organisation_id uuid        not null,
  id              uuid        not null,
  kind            text        not null check (kind in ('TEMPLATE', 'BLOCK')),
  language        text        not null check (language in ('en', 'hi')),
  name            bytea       not null,
  body            bytea       not null,
  changed_at      timestamptz not null,
  changed_by      uuid        not null,
  removed_at      timestamptz,             -- kept, so that removing can be taken back
  primary key (organisation_id, id)
);
alter table post_block enable row level security, force row level security;
create policy own_organisation on post_block
  using (organisation_id = nullif(current_setting('hearten.organisation', true), '')::uuid);
