-- What leaders, meetings and papers have asked to be done: who owes it, by when, how it stands, and how it ended.

create table supervision.item (
  id           uuid primary key default gen_random_uuid(),
  region_id    text not null,
  number       integer not null check (number > 0),
  year         integer not null check (year between 2000 and 2100),
  title        text not null check (title <> ''),
  source_kind  text not null check (source_kind in ('instruction', 'minutes', 'work-points', 'proposal', 'plan-task')),
  source_name  text not null check (source_name <> ''),
  source_day   date,
  task_id      text,
  lead_unit    text not null,
  coop_units   text[] not null default '{}',
  due_day      date not null,
  first_due    date not null,
  state        text not null default 'draft' check (state in ('draft', 'assigned', 'ending', 'ended', 'withdrawn')),
  version      integer not null default 0,
  made_by      uuid not null,
  made_at      timestamptz not null default now(),
  ended_at     timestamptz,
  unique (region_id, year, number),
  check (not lead_unit = any (coop_units)),
  check ((source_kind = 'plan-task') = (task_id is not null)),
  check ((state = 'ended') = (ended_at is not null)),
  check (due_day >= first_due)
);
create index on supervision.item (region_id, state, due_day);
create index on supervision.item (lead_unit, state);
comment on table supervision.item is 'One matter to be done, typed once wherever it comes from.';
comment on column supervision.item.first_due is 'The day first set; a granted extension moves due_day and leaves this.';

create table supervision.step (
  item_id  uuid not null references supervision.item (id) on delete cascade,
  position integer not null,
  title    text not null check (title <> ''),
  due_day  date,
  done_on  date,
  primary key (item_id, position)
);
comment on table supervision.step is 'What has to happen in which order, each with its own day where one is set.';

create table supervision.entry (
  item_id    uuid not null references supervision.item (id) on delete cascade,
  number     integer not null,
  verb       text not null,
  from_state text not null,
  to_state   text not null,
  text       text,
  person_id  uuid not null,
  at         timestamptz not null default clock_timestamp(),
  primary key (item_id, number)
);
comment on table supervision.entry is 'Everything said and done about an item, in order. Only added to.';
select opensti.append_only('supervision.entry');

create table supervision.extension (
  item_id    uuid not null references supervision.item (id) on delete cascade,
  number     integer not null,
  asked_by   uuid not null,
  asked_at   timestamptz not null default clock_timestamp(),
  until_day  date not null,
  reason     text not null check (reason <> ''),
  answer     text check (answer in ('granted', 'refused')),
  answered_by uuid,
  answered_at timestamptz,
  answer_reason text,
  primary key (item_id, number),
  check ((answer is null) = (answered_by is null) and (answer is null) = (answered_at is null)),
  check (answer is distinct from 'refused' or answer_reason <> ''),
  check (answered_by is distinct from asked_by)
);
create unique index extension_asked_once on supervision.extension (item_id) where answer is null;
comment on table supervision.extension is 'Asking for more time, and the answer by someone else. One may be open at a time.';

create table supervision.evidence (
  id         uuid primary key default gen_random_uuid(),
  item_id    uuid not null references supervision.item (id) on delete cascade,
  file_name  text not null,
  media_type text not null,
  size       integer not null check (size between 1 and 20000000),
  digest     text not null,
  content    bytea not null,
  added_by   uuid not null,
  added_at   timestamptz not null default now(),
  unique (item_id, digest)
);
comment on table supervision.evidence is 'Files that show that it was done. Kept as they came.';

-- An item ends with evidence, whoever writes.
create function supervision.refuse_end_without_evidence() returns trigger language plpgsql as $$
begin
  if new.state in ('ending', 'ended') and not exists (select from supervision.evidence where item_id = new.id) then
    raise exception 'an item ends with evidence only' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger item_ends_with_evidence before insert or update of state on supervision.item
  for each row execute function supervision.refuse_end_without_evidence();
