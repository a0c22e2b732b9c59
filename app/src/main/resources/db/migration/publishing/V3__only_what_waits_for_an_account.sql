-- Asked only when an account is connected again: which deliveries wait for it. The others need no entry.
drop index delivery_of_account;
create index delivery_waits_for_account on delivery (organisation_id, account_id) where state = 'DISCONNECTED';
