-- What each delivery was counted at, over time. The counts are the network's own; none is ever changed.
create table metric_snapshot (
  organisation_id uuid        not null,
  delivery_id     uuid        not null,
  at              timestamptz not null,
  likes           bigint      not null check (likes >= 0),
  reposts         bigint      not null check (reposts >= 0),
  replies         bigint      not null check (replies >= 0),
  quotes          bigint      not null check (quotes >= 0),
  primary key (organisation_id, delivery_id, at)
);
alter table metric_snapshot enable row level security, force row level security;
create policy own_organisation on metric_snapshot
  using (organisation_id = nullif(current_setting('hearten.organisation', true), '')::uuid);
revoke update, truncate on metric_snapshot from ${pool};

-- Which deliveries are still counted. The next time stands in "due".
create table metric_watch (
  organisation_id uuid        not null,
  delivery_id     uuid        not null,
  post_id         uuid        not null,
  account_id      uuid        not null,
  network         text        not null,
  uri             text        not null,
  cid             text,
  url             text        not null,
  sent_at         timestamptz not null,
  next_at         timestamptz,               -- null once the thirty days are over or the post is gone
  primary key (organisation_id, delivery_id)
);
create index metric_watch_of_post on metric_watch (organisation_id, post_id);
alter table metric_watch enable row level security, force row level security;
create policy own_organisation on metric_watch
  using (organisation_id = nullif(current_setting('hearten.organisation', true), '')::uuid);
