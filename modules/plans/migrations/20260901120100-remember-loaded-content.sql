-- Which state of the region folders was loaded last, so that a start need not read them again.
create table plans.content_loaded (
  only_one boolean primary key default true check (only_one),
  digest   text not null
);
comment on table plans.content_loaded is 'Digest of the region folders as they were last loaded; one row.';
