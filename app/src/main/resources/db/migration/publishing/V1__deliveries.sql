-- A delivery is one version of a post on one account: it is sent once, or it says why not.
create table delivery (
  organisation_id uuid        not null,
  id              uuid        not null,
  post_id         uuid        not null,
  facility_id     uuid        not null,
  account_id      uuid        not null,
  network         text        not null check (network in ('HUB', 'BLUESKY')),
  asked_by        uuid,                            -- the person in whose name it leaves
  send_key        text        not null check (send_key <> ''),  -- its name on the network, minted with the delivery
  content_hash    text        not null,            -- of exactly what was approved
  state           text        not null check (state in ('PLANNED', 'SENDING', 'SENT', 'RETRY', 'RATE_LIMITED', 'REFUSED',
                                'DISCONNECTED', 'UNKNOWN', 'HELD', 'CANCELLED', 'REMOVING', 'REMOVED')),
  due_at          timestamptz not null,
  next_at         timestamptz,                     -- when Hearten looks at it again; null when nothing is left to do
  claimed_at      timestamptz,                     -- when the last sending was claimed
  claimed_by      uuid,                            -- the worker that holds it until the lease ends
  lease_until     timestamptz,
  attempts        int         not null default 0,  -- sendings begun
  looks           int         not null default 0,  -- times the network was asked in vain
  holds           int         not null default 0,  -- times clearance said no
  person_decides  boolean     not null default false,
  unwanted_at     timestamptz,                     -- from here on it must not stand on the network
  settled_at      timestamptz,
  sent_at         timestamptz,
  removed_at      timestamptz,
  checks          int         not null default 0,  -- looks after a removal: 1, 10 and 60 minutes
  ref_uri         text,
  ref_cid         text,
  ref_url         text,
  cause           text,                            -- message key of what stands in the way
  cause_words     bytea,                           -- sealed: the network's own words
  primary key (organisation_id, id),
  unique (organisation_id, post_id, account_id),
  check ((state = 'SENDING') <= (lease_until is not null))
);
create index delivery_by_due on delivery (organisation_id, due_at desc, id desc);
create index delivery_open on delivery (organisation_id, due_at)
  where state not in ('SENT', 'REFUSED', 'CANCELLED', 'REMOVED');
create index delivery_of_account on delivery (organisation_id, account_id, state);
alter table delivery enable row level security, force row level security;
create policy own_organisation on delivery
  using (organisation_id = nullif(current_setting('hearten.organisation', true), '')::uuid);

-- Everything that happened to a delivery, in order. Rows are only added.
create table delivery_attempt (
  organisation_id uuid        not null,
  delivery_id     uuid        not null,
  step            bigint      generated always as identity,
  at              timestamptz not null,
  what            text        not null,            -- stored by name
  attempt         int         not null,
  cause           text,
  words           bytea,                           -- sealed: the network's own words
  person_id       uuid,                            -- who did it, when a person did
  primary key (organisation_id, delivery_id, step),
  foreign key (organisation_id, delivery_id) references delivery
);
alter table delivery_attempt enable row level security, force row level security;
create policy own_organisation on delivery_attempt
  using (organisation_id = nullif(current_setting('hearten.organisation', true), '')::uuid);
revoke update, delete, truncate on delivery_attempt from ${pool};

-- What each rule said when the delivery was last claimed: "why was this allowed", "why was it not sent".
create table clearance_said (
  organisation_id uuid        not null,
  delivery_id     uuid        not null,
  rule            text        not null,
  place           int         not null,
  cleared         boolean     not null,
  message_key     text        not null,
  arguments       text[]      not null,
  asked_at        timestamptz not null,
  primary key (organisation_id, delivery_id, rule),
  foreign key (organisation_id, delivery_id) references delivery
);
alter table clearance_said enable row level security, force row level security;
create policy own_organisation on clearance_said
  using (organisation_id = nullif(current_setting('hearten.organisation', true), '')::uuid);

-- Somebody, or a rule, wants a post gone from every network.
create table take_down (
  organisation_id uuid        not null,
  id              uuid        not null,
  post_id         uuid        not null,
  facility_id     uuid        not null,
  cause           text        not null check (cause in ('PERSON', 'CANCELLED', 'WITHDRAWN')),
  asked_by        uuid,
  asked_at        timestamptz not null,
  done_at         timestamptz,                     -- every network said that it is absent
  primary key (organisation_id, id)
);
create index take_down_of_post on take_down (organisation_id, post_id, asked_at desc);
create index take_down_open on take_down (organisation_id, asked_at) where done_at is null;
alter table take_down enable row level security, force row level security;
create policy own_organisation on take_down
  using (organisation_id = nullif(current_setting('hearten.organisation', true), '')::uuid);

-- Something stood on a network although it was not, or no longer, wanted there.
create table exposure (
  organisation_id uuid        not null,
  delivery_id     uuid        not null,
  from_at         timestamptz not null,            -- from when it may have been seen unwanted
  until_at        timestamptz,                     -- when the network said that it is absent
  primary key (organisation_id, delivery_id, from_at),
  foreign key (organisation_id, delivery_id) references delivery
);
alter table exposure enable row level security, force row level security;
create policy own_organisation on exposure
  using (organisation_id = nullif(current_setting('hearten.organisation', true), '')::uuid);

-- A network asked an account to be quiet.
create table account_quiet (
  organisation_id uuid        not null,
  account_id      uuid        not null,
  until_at        timestamptz not null,
  primary key (organisation_id, account_id)
);
alter table account_quiet enable row level security, force row level security;
create policy own_organisation on account_quiet
  using (organisation_id = nullif(current_setting('hearten.organisation', true), '')::uuid);

-- A delivery was later than promised.
create table late_alarm (
  organisation_id uuid        not null,
  delivery_id     uuid        not null,
  facility_id     uuid        not null,
  raised_at       timestamptz not null,
  state           text        not null,            -- of the delivery when the alarm was raised
  cause           text        not null,            -- message key
  ended_at        timestamptz,
  primary key (organisation_id, delivery_id, raised_at),
  foreign key (organisation_id, delivery_id) references delivery
);
create index late_alarm_open on late_alarm (organisation_id, raised_at) where ended_at is null;
alter table late_alarm enable row level security, force row level security;
create policy own_organisation on late_alarm
  using (organisation_id = nullif(current_setting('hearten.organisation', true), '')::uuid);
