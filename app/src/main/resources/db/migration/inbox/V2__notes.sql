-- What colleagues tell each other about a conversation. It never leaves the house.
create table inbox_note (
  organisation_id uuid        not null,
  id              uuid        not null,
  conversation_id uuid        not null,
  written_by      uuid        not null,
  written_at      timestamptz not null,
  body            bytea       not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, conversation_id) references conversation
);
create index inbox_note_of_conversation on inbox_note (organisation_id, conversation_id, written_at);
alter table inbox_note enable row level security, force row level security;
create policy own_organisation on inbox_note
  using (organisation_id = nullif(current_setting('hearten.organisation', true), '')::uuid);
