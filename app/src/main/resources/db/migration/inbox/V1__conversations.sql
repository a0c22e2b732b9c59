-- How far each account was listened to. The cursor moves in the transaction that keeps what was heard.
create table inbox_ear (
  organisation_id uuid        not null,
  account_id      uuid        not null,
  cursor          text,                      -- null until the first hearing
  heard_at        timestamptz not null,
  trouble         text,                      -- why the last hearing failed, in the system's words
  primary key (organisation_id, account_id)
);
alter table inbox_ear enable row level security, force row level security;
create policy own_organisation on inbox_ear
  using (organisation_id = nullif(current_setting('hearten.organisation', true), '')::uuid);

-- One thread of messages. Whatever a person wrote or is called is sealed.
create table conversation (
  organisation_id uuid        not null,
  id              uuid        not null,
  facility_id     uuid        not null,
  account_id      uuid        not null,
  network         text        not null check (network in ('HUB', 'BLUESKY')),
  kind            text        not null check (kind in ('REPLY', 'MENTION', 'QUOTE', 'COMMENT')),
  who             bytea       not null,      -- the name shown on the network
  preview         bytea       not null,      -- of the newest message, with what is private hidden
  category        text        not null,
  urgency         smallint    not null check (urgency between 1 and 4),
  read_first      boolean     not null,
  language        text        not null,
  why             bytea       not null,      -- what led the triage there; it may quote the message
  needs_reply     boolean     not null,
  held            boolean     not null,      -- a comment on the Hub that nobody has shown or refused yet
  due_at          timestamptz not null,      -- a first reply is promised by then
  began_at        timestamptz not null,
  last_at         timestamptz not null,
  assigned_to     uuid,
  assigned_at     timestamptz,
  closed_at       timestamptz,
  closed_by       uuid,
  primary key (organisation_id, id),
  constraint closed_needs_nothing check (closed_at is null or not needs_reply)
);
create index conversation_open on conversation (organisation_id, urgency, due_at, id) where closed_at is null;
create index conversation_mine on conversation (organisation_id, assigned_to, urgency, due_at, id) where closed_at is null;
create index conversation_closed on conversation (organisation_id, closed_at desc, id desc) where closed_at is not null;
create index conversation_waiting on conversation (organisation_id, facility_id) where needs_reply;
alter table conversation enable row level security, force row level security;
create policy own_organisation on conversation
  using (organisation_id = nullif(current_setting('hearten.organisation', true), '')::uuid);

create table message (
  organisation_id uuid        not null,
  id              uuid        not null,
  conversation_id uuid        not null,
  account_id      uuid        not null,
  ref             text        not null,      -- its name on the network: the same name is the same message
  parent_ref      text,
  root_ref        text,
  kind            text        not null check (kind in ('REPLY', 'MENTION', 'QUOTE', 'COMMENT')),
  author          bytea       not null,
  body            bytea       not null,
  masked          bytea       not null,      -- the body with what is private hidden
  hidden          int         not null,      -- how many details are hidden; -1 when the guard failed and all is
  said_at         timestamptz not null,
  arrived_at      timestamptz not null,
  url             text        not null,
  withdrawn_at    timestamptz,               -- its writer took it back: the words are gone
  primary key (organisation_id, id),
  unique (organisation_id, account_id, ref),
  foreign key (organisation_id, conversation_id) references conversation
);
create index message_of_conversation on message (organisation_id, conversation_id, said_at, id);
create index message_by_parent on message (organisation_id, account_id, parent_ref);
alter table message enable row level security, force row level security;
create policy own_organisation on message
  using (organisation_id = nullif(current_setting('hearten.organisation', true), '')::uuid);

-- What the facility answers. Sent once, under a key chosen beforehand.
create table reply (
  organisation_id uuid        not null,
  id              uuid        not null,
  conversation_id uuid        not null,
  message_id      uuid        not null,      -- the message it answers
  facility_id     uuid        not null,
  account_id      uuid        not null,
  network         text        not null check (network in ('HUB', 'BLUESKY')),
  send_key        text        not null,
  parent_ref      text        not null,
  root_ref        text        not null,
  body            bytea       not null,
  language        text        not null,
  content_hash    text        not null,
  written_by      uuid        not null,
  written_at      timestamptz not null,
  state           text        not null check (state in ('READY', 'SENDING', 'UNKNOWN', 'HELD', 'SENT', 'REFUSED')),
  next_at         timestamptz not null,      -- when to try, or to look, again
  attempts        int         not null,
  said            text,                      -- the network's words, or the key of the rule that holds it
  ref             text,                      -- its name on the network, once it stands there
  url             text,
  sent_at         timestamptz,
  primary key (organisation_id, id),
  unique (organisation_id, account_id, send_key),
  foreign key (organisation_id, conversation_id) references conversation,
  foreign key (organisation_id, message_id) references message,
  constraint sent_stands_somewhere check ((state = 'SENT') = (ref is not null))
);
create index reply_of_conversation on reply (organisation_id, conversation_id, written_at);
create index reply_by_ref on reply (organisation_id, account_id, ref) where ref is not null;
create index reply_to_send on reply (organisation_id, next_at) where state in ('READY', 'SENDING', 'UNKNOWN', 'HELD');
alter table reply enable row level security, force row level security;
create policy own_organisation on reply
  using (organisation_id = nullif(current_setting('hearten.organisation', true), '')::uuid);

-- What was heard and could not be kept: set aside with the reason, so that the stream goes on.
create table inbox_set_aside (
  organisation_id uuid        not null,
  id              uuid        not null,
  account_id      uuid        not null,
  ref             text        not null,
  item            bytea       not null,
  reason          text        not null,      -- the kind of failure, never its words
  set_aside_at    timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, account_id, ref)
);
alter table inbox_set_aside enable row level security, force row level security;
create policy own_organisation on inbox_set_aside
  using (organisation_id = nullif(current_setting('hearten.organisation', true), '')::uuid);
