-- What the rules said is written with every claim, so it stands in the delivery's own row: one write instead of seven.
alter table delivery add column said jsonb;  -- when, and for each rule its word, whether it cleared, message key, arguments

-- Walls are forced for the owner too, so each organisation is entered in turn.
do $$
declare
  organisation uuid;
begin
  for organisation in select organisation_id from organisation_list loop
    perform set_config('hearten.organisation', organisation::text, true);
    update delivery d
       set said = (select jsonb_build_object(
                            'at', min(s.asked_at),
                            'rules', jsonb_agg(jsonb_build_object('rule', s.rule, 'cleared', s.cleared,
                                                                  'messageKey', s.message_key,
                                                                  'arguments', to_jsonb(s.arguments))
                                               order by s.place))
                     from clearance_said s
                    where s.organisation_id = d.organisation_id and s.delivery_id = d.id)
     where d.organisation_id = organisation
       and exists (select 1 from clearance_said s
                    where s.organisation_id = d.organisation_id and s.delivery_id = d.id);
  end loop;
  perform set_config('hearten.organisation', '', true);
end $$;

drop table clearance_said;
