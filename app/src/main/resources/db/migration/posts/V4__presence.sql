-- Who has a post open right now, so that two people know of each other before they both write. A row older than a minute
-- means nothing; the next look takes it away.
create table post_presence (
  organisation_id uuid        not null,
  post_id         uuid        not null,
  person_id       uuid        not null,
  seen_at         timestamptz not null,
  writing         boolean     not null,
  primary key (organisation_id, post_id, person_id),
  foreign key (organisation_id, post_id) references post
);
alter table post_presence enable row level security, force row level security;
create policy own_organisation on post_presence
  using (organisation_id = nullif(current_setting('hearten.organisation', true), '')::uuid);
