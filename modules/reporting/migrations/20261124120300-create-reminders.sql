-- Reminding those for whom a return waits: when, who was told, who was called, and which figures have grown old.

create table reporting.reminder_plan (
  region_id   text primary key,
  before_days integer[] not null check (array_position(before_days, null) is null and 1 <= all (before_days) and 60 >= all (before_days)),
  on_day      boolean not null,
  after_days  integer[] not null check (array_position(after_days, null) is null and 1 <= all (after_days) and 60 >= all (after_days)),
  again_days  integer check (again_days between 1 and 60),
  leader_from integer not null check (leader_from between 1 and 60),
  changed_by  uuid not null,
  changed_at  timestamptz not null default clock_timestamp()
);
comment on table reporting.reminder_plan is 'On which working days before and after the due day a region reminds. A region without a row uses the usual days.';
comment on column reporting.reminder_plan.again_days is 'After the last of after_days, every so many working days; null for never again.';
comment on column reporting.reminder_plan.leader_from is 'From so many working days after the due day the unit''s leader is told as well.';

create table reporting.reminder (
  id         uuid primary key default gen_random_uuid(),
  region_id  text not null,
  request_id uuid not null references reporting.request (id),
  key        text not null,
  kind       text not null check (kind in ('soon', 'today', 'late', 'returned')),
  days       integer not null check (days >= 0),
  by_person  uuid,
  note       text,
  at         timestamptz not null default clock_timestamp(),
  constraint reminder_sent_once unique (request_id, key)
);
comment on table reporting.reminder is 'A return about which people were reminded. By nobody: by the plan of reminders. Only added to.';
comment on column reporting.reminder.days is 'Working days until or since the day that counts.';
select opensti.append_only('reporting.reminder');

create table reporting.reminder_told (
  reminder_id uuid not null references reporting.reminder (id),
  person_id   uuid not null,
  told_as     text not null check (told_as in ('holder', 'leader')),
  primary key (reminder_id, person_id)
);
comment on table reporting.reminder_told is 'Who was told, because the return waits for her or because she leads the unit. Only added to.';
select opensti.append_only('reporting.reminder_told');

create table reporting.call (
  id         uuid primary key default gen_random_uuid(),
  request_id uuid not null references reporting.request (id),
  person_id  uuid not null,
  reached    boolean not null,
  note       text check (note <> ''),
  at         timestamptz not null default clock_timestamp()
);
create index on reporting.call (request_id, at);
comment on table reporting.call is 'A planner called a unit about a return. Only added to.';
select opensti.append_only('reporting.call');

create table reporting.stale_alarm (
  region_id      text not null,
  indicator_code text not null,
  latest_period  text not null,
  batch          uuid not null,
  raised_at      timestamptz not null default clock_timestamp(),
  cleared_at     timestamptz,
  primary key (region_id, indicator_code, latest_period)
);
create index on reporting.stale_alarm (region_id) where cleared_at is null;
comment on table reporting.stale_alarm is 'An indicator whose latest figure was older than its frequency allows. What was found together was told together.';
comment on column reporting.stale_alarm.latest_period is 'Period of the latest figure then; empty when there was none.';
