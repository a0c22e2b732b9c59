-- The same post in the other language. Each of the two remembers what the other said when somebody last found that both
-- say the same; another hash there now means "check again".
create table post_twin (
  organisation_id uuid not null,
  post_id         uuid not null,
  twin_id         uuid not null,
  seen_hash       text not null check (seen_hash ~ '^[0-9a-f]{64}$'),
  primary key (organisation_id, post_id),
  unique (organisation_id, twin_id),
  foreign key (organisation_id, post_id) references post,
  foreign key (organisation_id, twin_id) references post,
  constraint nobody_is_their_own_twin check (post_id <> twin_id)
);
alter table post_twin enable row level security, force row level security;
create policy own_organisation on post_twin
  using (organisation_id = nullif(current_setting('hearten.organisation', true), '')::uuid);
