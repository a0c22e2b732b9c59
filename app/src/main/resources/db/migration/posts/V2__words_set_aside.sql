-- Somebody who goes back to the main text for one channel can take their own words up again later.
alter table post_version add column set_aside bytea;
