-- Pictures, drawn anew and sealed, and who vouched for them.
create table picture (
  organisation_id uuid        not null,
  id              uuid        not null,
  facility_id     uuid        not null,
  hash            text        not null check (hash ~ '^[0-9a-f]{64}$'),  -- of what people see
  media_type      text        not null check (media_type = 'image/jpeg'),
  width           int         not null check (width between 1 and 2000),
  height          int         not null check (height between 1 and 2000),
  shown           bytea       not null,   -- sealed; at most 2,000 pixels on the longer side
  sent_width      int         not null,
  sent_height     int         not null,
  sent            bytea       not null,   -- sealed; small enough for every network
  kept_by         uuid        not null,
  kept_at         timestamptz not null,
  primary key (organisation_id, id)
);
alter table picture alter column shown set storage external, alter column sent set storage external;  -- sealed bytes do not compress
alter table picture enable row level security, force row level security;
create policy own_organisation on picture
  using (organisation_id = nullif(current_setting('hearten.organisation', true), '')::uuid);

-- "No face can be recognised, no text read." Said by a person who looked, until a scan says it.
create table picture_declaration (
  organisation_id uuid        not null,
  picture_id      uuid        not null,
  person_id       uuid        not null,
  said_as         text        not null check (said_as in ('AUTHOR', 'APPROVER')),
  how             text        not null check (how = 'BY_HAND'),
  said_at         timestamptz not null,
  primary key (organisation_id, picture_id, person_id, said_as),
  foreign key (organisation_id, picture_id) references picture
);
alter table picture_declaration enable row level security, force row level security;
create policy own_organisation on picture_declaration
  using (organisation_id = nullif(current_setting('hearten.organisation', true), '')::uuid);
