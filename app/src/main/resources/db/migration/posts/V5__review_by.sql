-- Health knowledge ages: every post says by when somebody must look at it again. Posts from before this get their day
-- counted from their last change.
alter table post add column review_by date;

do $$
declare organisation uuid;
begin
  for organisation in select organisation_id from organisation_list loop
    perform set_config('hearten.organisation', organisation::text, true);
    update post
       set review_by = (changed_at + case pillar when 'EDUCATION' then interval '12 months'
                                                 when 'PREVENTION' then interval '24 months'
                                                 when 'SERVICES' then interval '24 months'
                                                 else interval '36 months' end)::date
     where organisation_id = organisation;
  end loop;
  perform set_config('hearten.organisation', '', true);
end $$;

create index post_to_review on post (organisation_id, facility_id, review_by) where stage = 'PUBLISHED';
