-- A facility's public posts. Anyone may read what stands here, so it is plain text.
create table hub_page (
  organisation_id   uuid        not null,
  send_key          uuid        not null,     -- minted with the delivery; the page's public address
  facility_id       uuid        not null,
  post_id           uuid        not null,
  language          text        not null check (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]+)*$'),
  title             text        not null,
  body              text        not null,
  picture_alts      text[]      not null,
  picture_widths    int[]       not null,     -- pixels
  picture_heights   int[]       not null,
  source_titles     text[]      not null,
  source_publishers text[]      not null,
  source_addresses  text[]      not null,
  checked_by        text,                     -- the clinical reviewer's name, when there was one
  published_at      timestamptz not null,
  changed_at        timestamptz not null,     -- also when a comment appears or goes
  comments          int         not null check (comments >= 0),
  removed_at        timestamptz,              -- the key stays, so that a late sending of it is refused
  primary key (organisation_id, send_key),
  constraint pictures_are_whole check (cardinality(picture_alts) = cardinality(picture_widths)
                                   and cardinality(picture_alts) = cardinality(picture_heights)),
  constraint sources_are_whole check (cardinality(source_titles) = cardinality(source_publishers)
                                  and cardinality(source_titles) = cardinality(source_addresses)),
  constraint removed_means_gone check (removed_at is null or (title = '' and body = ''))
);
create index hub_page_latest on hub_page (organisation_id, facility_id, language, published_at desc)
  where removed_at is null;
alter table hub_page enable row level security, force row level security;
create policy own_organisation on hub_page
  using (organisation_id = nullif(current_setting('hearten.organisation', true), '')::uuid);

create table hub_picture (
  organisation_id uuid  not null,
  send_key        uuid  not null,
  place           int   not null check (place >= 0),
  media_type      text  not null check (media_type in ('image/jpeg', 'image/png', 'image/webp', 'image/gif')),
  bytes           bytea not null,
  primary key (organisation_id, send_key, place),
  foreign key (organisation_id, send_key) references hub_page on delete cascade
);
alter table hub_picture enable row level security, force row level security;
create policy own_organisation on hub_picture
  using (organisation_id = nullif(current_setting('hearten.organisation', true), '')::uuid);

-- What visitors wrote under a page, and what the facility answered. Words are sealed: a visitor may have named an illness.
create table hub_comment (
  organisation_id uuid        not null,
  id              uuid        not null,       -- for the facility's own answer: its send key
  facility_id     uuid        not null,
  send_key        uuid        not null,       -- the page it stands under
  answers_id      uuid,                       -- the comment that the facility answers; null for a visitor
  turn            bigint      generated always as identity,
  author          bytea       not null,
  body            bytea       not null,
  body_hash       bytea       not null,       -- keyed; the same words sent twice are one comment
  code_hash       bytea,                      -- keyed, of the writer's deletion code; null for the facility's own
  state           text        not null check (state in ('HELD', 'SHOWN', 'REFUSED', 'WITHDRAWN')),
  written_at      timestamptz not null,
  decided_at      timestamptz,
  decided_by      uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, send_key) references hub_page,
  foreign key (organisation_id, answers_id) references hub_comment,
  constraint a_writer_has_a_code check ((answers_id is null) or (code_hash is null)),
  constraint withdrawn_means_gone check (state <> 'WITHDRAWN' or (octet_length(body) = 0 and octet_length(author) = 0))
);
create index hub_comment_of_page on hub_comment (organisation_id, send_key, turn) where state = 'SHOWN';
create index hub_comment_heard on hub_comment (organisation_id, facility_id, turn);
create unique index hub_comment_code on hub_comment (organisation_id, code_hash) where code_hash is not null;
alter table hub_comment enable row level security, force row level security;
create policy own_organisation on hub_comment
  using (organisation_id = nullif(current_setting('hearten.organisation', true), '')::uuid);
