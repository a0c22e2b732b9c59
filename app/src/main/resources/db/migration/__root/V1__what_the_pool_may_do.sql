-- Every table the owner makes from now on is open to the pool's role, row by row; a module takes back what it must.
alter default privileges grant select, insert, update, delete on tables to ${pool};
alter default privileges grant usage, select on sequences to ${pool};
grant usage on schema public to ${pool};
