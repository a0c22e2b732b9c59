-- Who did it is asked only of people: what Hearten itself did needs no place in that index, and it does most.
drop index audit_entry_by_person;
create index audit_entry_by_person on audit_entry (organisation_id, person_id, id desc) where person_id is not null;
