-- Which heads left by mail, so that each goes once and none more often than agreed. What they said is not kept here.
create table audit_head_mail (
  organisation_id uuid        not null,
  position        bigint      not null check (position > 0),
  mailed_at       timestamptz not null,
  primary key (organisation_id, position)
);
alter table audit_head_mail enable row level security, force row level security;
create policy own_organisation on audit_head_mail
  using (organisation_id = nullif(current_setting('hearten.organisation', true), '')::uuid);
revoke update, delete, truncate on audit_head_mail from ${pool};
