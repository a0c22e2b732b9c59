-- One row: a fingerprint of the migrations that have run, so that a start need not ask each module's history.
create table migrated (
  only_row    boolean primary key default true check (only_row),
  fingerprint text    not null
);
revoke all on migrated from ${pool};
