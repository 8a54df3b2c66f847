-- A bureau's own workbook: the file, how its cells stand for figures, and what comes back filled in.

create table reporting.workbook (
  id         uuid primary key default gen_random_uuid(),
  region_id  text not null,
  cycle_code text not null,
  file_name  text not null,
  size       integer not null check (size between 1 and 10000000),
  digest     text not null,
  content    bytea not null,
  grids      jsonb not null,
  added_by   uuid not null,
  added_at   timestamptz not null default now(),
  foreign key (region_id, cycle_code) references reporting.cycle (region_id, code)
);
create index on reporting.workbook (region_id, cycle_code);
comment on table reporting.workbook is 'A workbook as a planner uploaded it for a cycle. One that never became a template makes room for her next.';
comment on column reporting.workbook.grids is 'The cells as they were read in the limited child process; the file itself is never parsed by the server.';

create table reporting.workbook_template (
  region_id   text not null,
  cycle_code  text not null,
  version     integer not null check (version >= 1),
  workbook_id uuid not null references reporting.workbook (id),
  mapping     jsonb not null,
  saved_by    uuid not null,
  saved_at    timestamptz not null default now(),
  primary key (region_id, cycle_code, version),
  foreign key (region_id, cycle_code) references reporting.cycle (region_id, code)
);
comment on table reporting.workbook_template is 'Which cells of a workbook stand for which figures. The highest version counts; a correction is a new one.';
select opensti.append_only('reporting.workbook_template');

create table reporting.workbook_upload (
  id               uuid primary key default gen_random_uuid(),
  request_id       uuid not null references reporting.request (id) on delete cascade,
  template_version integer not null,
  file_name        text not null,
  size             integer not null check (size between 1 and 10000000),
  digest           text not null,
  content          bytea not null,
  result           jsonb not null,
  state            text not null default 'read' check (state in ('read', 'accepted', 'undone')),
  added_by         uuid not null,
  added_at         timestamptz not null default now(),
  accepted_by      uuid,
  accepted_at      timestamptz,
  undone_at        timestamptz,
  cells_before     jsonb,
  check ((state = 'read') = (accepted_at is null)),
  check ((state = 'undone') = (undone_at is not null)),
  check ((accepted_at is null) = (cells_before is null))
);
create index on reporting.workbook_upload (request_id, added_at);
comment on table reporting.workbook_upload is 'A workbook filled in for a return. Reading it changes nothing; accepting it puts its figures into the return in one save.';
comment on column reporting.workbook_upload.cells_before is 'The cells as they were before accepting and the versions it made, so that it can be undone while nobody else changed them.';
