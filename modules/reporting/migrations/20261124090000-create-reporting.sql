-- Asking units for figures, period by period: what is asked, who prepares, checks and signs, and what was handed in.

create table reporting.cycle (
  region_id    text not null,
  code         text not null check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  names        jsonb not null check (names ? 'zh' and names ? 'en'),
  frequency    text not null check (frequency in ('monthly', 'quarterly', 'half-yearly', 'yearly')),
  lead_unit    text not null,
  due_workday  integer not null check (due_workday between 1 and 60),
  first_period text not null,
  stopped_at   timestamptz,
  created_by   uuid not null,
  created_at   timestamptz not null default now(),
  primary key (region_id, code)
);
comment on table reporting.cycle is 'A recurring request for figures, and the bureau that collates them.';
comment on column reporting.cycle.due_workday is 'The figures are due at the end of this working day after the period has ended.';

create table reporting.cycle_line (
  region_id      text not null,
  cycle_code     text not null,
  position       integer not null,
  indicator_code text not null,
  unit_id        text not null,
  nature         text not null check (nature in ('working', 'statistical')),
  figure_kind    text not null check (figure_kind in ('estimate', 'flash', 'annual', 'revised')),
  countersigners text[] not null default '{}',
  primary key (region_id, cycle_code, indicator_code, unit_id, nature),
  foreign key (region_id, cycle_code) references reporting.cycle (region_id, code) on delete cascade,
  check (not unit_id = any (countersigners))
);
comment on table reporting.cycle_line is 'Which unit reports which indicator, of which nature, and which other units countersign the figure.';

create table reporting.chain_step (
  region_id text not null,
  unit_id   text not null,
  position  integer not null check (position >= 0),
  kind      text not null check (kind in ('prepare', 'check', 'sign')),
  person_id uuid,
  primary key (unit_id, position),
  check ((kind = 'prepare') = (position = 0))
);
comment on table reporting.chain_step is 'A unit''s own chain. Without a person, whoever holds the role of this step in the unit may act. A unit without rows uses prepare, check, sign.';

create table reporting.delegation (
  id          uuid primary key default gen_random_uuid(),
  region_id   text not null,
  unit_id     text not null,
  from_person uuid not null,
  to_person   uuid not null,
  from_day    date not null,
  until_day   date not null check (until_day >= from_day),
  made_at     timestamptz not null default now(),
  ended_at    timestamptz,
  check (from_person <> to_person)
);
create index on reporting.delegation (unit_id, to_person);
comment on table reporting.delegation is 'Someone acts for someone else of the unit between two days; every move names both.';

create table reporting.request (
  id           uuid primary key default gen_random_uuid(),
  region_id    text not null,
  cycle_code   text not null,
  period       text not null check (period ~ '^\d{4}(-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?$'),
  unit_id      text not null,
  number       integer not null default 0 check (number >= 0),
  reason       text,
  due_at       timestamptz not null,
  state        text not null default 'preparing'
    check (state in ('preparing', 'checking', 'signing', 'countersigning', 'submitted', 'accepted', 'locked')),
  step         integer not null default 0,
  version      integer not null default 0,
  opened_by    uuid not null,
  opened_at    timestamptz not null default now(),
  submitted_at timestamptz,
  locked_at    timestamptz,
  unique (region_id, cycle_code, period, unit_id, number),
  foreign key (region_id, cycle_code) references reporting.cycle (region_id, code),
  check ((number = 0) = (reason is null)),
  check ((state = 'locked') = (locked_at is not null))
);
create index on reporting.request (region_id, period);
create index on reporting.request (unit_id, state);
comment on table reporting.request is 'What one unit is asked for in one period. Number 0 is the ordinary one; later numbers correct what was locked, each with its reason.';
comment on column reporting.request.version is 'Counts moves, so that two people cannot move one request without seeing each other.';

create table reporting.entry (
  request_id     uuid not null references reporting.request (id) on delete cascade,
  position       integer not null,
  indicator_code text not null,
  nature         text not null check (nature in ('working', 'statistical')),
  figure_kind    text not null check (figure_kind in ('estimate', 'flash', 'annual', 'revised')),
  unit           text not null,
  value          numeric,
  absent_reason  text,
  note           text,
  version        integer not null default 0,
  entered_by     uuid,
  entered_at     timestamptz,
  primary key (request_id, indicator_code, nature),
  check (value is null or absent_reason is null)
);
comment on column reporting.entry.version is 'Counts changes of this cell; a writer names the one she saw.';
comment on column reporting.entry.absent_reason is 'Why there is no figure: said, not left blank.';

create table reporting.move (
  request_id   uuid not null references reporting.request (id) on delete cascade,
  number       integer not null,
  verb         text not null,
  from_state   text not null,
  to_state     text not null,
  unit_id      text,
  person_id    uuid not null,
  on_behalf_of uuid,
  reason       text,
  at           timestamptz not null default clock_timestamp(),
  primary key (request_id, number)
);
comment on table reporting.move is 'Everything that happened to a request, in order. Only added to.';
select opensti.append_only('reporting.move');

create table reporting.attachment (
  id             uuid primary key default gen_random_uuid(),
  request_id     uuid not null references reporting.request (id) on delete cascade,
  indicator_code text,
  file_name      text not null,
  media_type     text not null,
  size           integer not null check (size between 1 and 20000000),
  digest         text not null,
  content        bytea not null,
  added_by       uuid not null,
  added_at       timestamptz not null default now(),
  unique (request_id, digest)
);
comment on table reporting.attachment is 'Files beside the figures, such as the signed and sealed scan.';

-- Figures and files stand still while others check, sign or have locked them.
create function reporting.refuse_after_preparing() returns trigger language plpgsql as $$
declare
  request_state text;
begin
  select state into request_state from reporting.request
    where id = case when tg_op = 'DELETE' then old.request_id else new.request_id end;
  if request_state is distinct from 'preparing' and request_state is not null then
    raise exception 'request is %, so its figures stand still', request_state using errcode = 'integrity_constraint_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger entry_stands_still before insert or update or delete on reporting.entry
  for each row execute function reporting.refuse_after_preparing();
create trigger attachment_stands_still before update or delete on reporting.attachment
  for each row execute function reporting.refuse_after_preparing();
