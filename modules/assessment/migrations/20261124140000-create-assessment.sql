-- Targets shared out among lower regions and units (分解), and units assessed by a published formula (考核).

create table assessment.decomposition (
  id             uuid primary key default gen_random_uuid(),
  region_id      text not null,
  target_id      text not null,
  indicator_code text not null,
  number         integer not null check (number > 0),
  year           integer not null check (year between 2000 and 2100),
  whole          numeric not null,
  unit           text not null,
  rule           text not null check (rule in ('sum', 'weighted', 'each')),
  direction      text not null check (direction in ('higher', 'lower')),
  state          text not null default 'draft' check (state in ('draft', 'approved', 'issued', 'replaced', 'withdrawn')),
  version        integer not null default 0,
  change_reason   text,
  change_document text,
  document       text,
  document_day   date,
  difference     text,
  made_by        uuid not null,
  made_at        timestamptz not null default now(),
  approved_at    timestamptz,
  issued_at      timestamptz,
  unique (target_id, number),
  check ((number > 1) = (change_reason is not null) and (number > 1) = (change_document is not null)),
  check (state not in ('approved', 'issued', 'replaced') or (document <> '' and document_day is not null and approved_at is not null)),
  check ((state in ('issued', 'replaced')) = (issued_at is not null))
);
create unique index decomposition_drafted_once on assessment.decomposition (target_id) where state in ('draft', 'approved');
create unique index decomposition_issued_once on assessment.decomposition (target_id) where state = 'issued';
create index on assessment.decomposition (region_id, state);
comment on table assessment.decomposition is 'A target of a plan as it is shared out; a change is a row of its own, and the old one stays.';
comment on column assessment.decomposition.rule is 'Whether the shares add up, weigh by something, or must each reach the whole.';
comment on column assessment.decomposition.difference is 'Why the shares do not come to the whole, where they do not.';

create table assessment.share (
  id               uuid primary key default gen_random_uuid(),
  decomposition_id uuid not null references assessment.decomposition (id) on delete cascade,
  position         integer not null,
  receiver_region  text not null,
  receiver_unit    text,
  amount           numeric check (amount >= 0),
  weight           numeric check (weight > 0),
  confirmed_by     uuid,
  confirmed_at     timestamptz,
  unique nulls not distinct (decomposition_id, receiver_region, receiver_unit),
  check ((confirmed_by is null) = (confirmed_at is null))
);
create index on assessment.share (receiver_region);
create index on assessment.share (receiver_unit);
comment on table assessment.share is 'What of a target a region or a unit takes on, and when it confirmed that.';

create function assessment.keep_share() returns trigger language plpgsql as $$
declare
  stands text;
begin
  select state into stands from assessment.decomposition
    where id = case when tg_op = 'DELETE' then old.decomposition_id else new.decomposition_id end;
  if stands = 'draft' then
    if tg_op = 'DELETE' then return old; end if;
    if new.confirmed_at is not null then
      raise exception 'a draft cannot be confirmed' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
  end if;
  if tg_op = 'UPDATE' and stands = 'issued' and old.confirmed_at is null
    and (new.id, new.decomposition_id, new.position, new.receiver_region, new.receiver_unit, new.amount, new.weight)
      is not distinct from
        (old.id, old.decomposition_id, old.position, old.receiver_region, old.receiver_unit, old.amount, old.weight) then
    return new;
  end if;
  raise exception 'shares stand still once they are approved' using errcode = 'integrity_constraint_violation';
end $$;
create trigger share_stands_still before insert or update or delete on assessment.share
  for each row execute function assessment.keep_share();

create function assessment.keep_decomposition() returns trigger language plpgsql as $$
begin
  if (new.region_id, new.target_id, new.indicator_code, new.number, new.year, new.whole, new.unit, new.direction,
      new.change_reason, new.change_document) is distinct from
     (old.region_id, old.target_id, old.indicator_code, old.number, old.year, old.whole, old.unit, old.direction,
      old.change_reason, old.change_document)
    or (old.state in ('issued', 'replaced', 'withdrawn') and (new.rule, new.document, new.document_day, new.difference)
      is distinct from (old.rule, old.document, old.document_day, old.difference)) then
    raise exception 'a decomposition stands still; a change is another version' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger decomposition_stands_still before update on assessment.decomposition
  for each row execute function assessment.keep_decomposition();

create table assessment.exercise (
  id             uuid primary key default gen_random_uuid(),
  region_id      text not null,
  title          text not null check (title <> ''),
  period         text not null check (period ~ '^\d{4}(-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?$'),
  begins_at      timestamptz not null,
  ends_at        timestamptz not null,
  document       text not null check (document <> ''),
  document_day   date,
  formula        jsonb not null,
  digest         text not null,
  appeal_workdays integer not null check (appeal_workdays between 1 and 30),
  state          text not null default 'draft' check (state in ('draft', 'issued', 'frozen', 'published', 'withdrawn')),
  version        integer not null default 0,
  made_by        uuid not null,
  made_at        timestamptz not null default now(),
  issued_at      timestamptz,
  frozen_at      timestamptz,
  inputs_digest  text,
  appeals_until  timestamptz,
  published_at   timestamptz,
  result_digest  text,
  check (begins_at < ends_at),
  check (state in ('draft', 'withdrawn') or issued_at is not null),
  check ((state in ('frozen', 'published')) = (frozen_at is not null)),
  check ((frozen_at is null) = (appeals_until is null) and (frozen_at is null) = (inputs_digest is null)),
  check ((state = 'published') = (published_at is not null) and (state = 'published') = (result_digest is not null)),
  constraint formula_before_period check (issued_at < begins_at),
  constraint frozen_after_period check (frozen_at >= ends_at),
  constraint ranking_after_deadline check (published_at > appeals_until)
);
create index on assessment.exercise (region_id, begins_at);
create unique index exercise_once on assessment.exercise (region_id, period, title) where state <> 'withdrawn';
comment on table assessment.exercise is 'One assessment of units by a formula that was published before its period began.';
comment on column assessment.exercise.digest is 'SHA-256 of the formula as canonical JSON; anyone can check that it is the published one.';
comment on column assessment.exercise.appeals_until is 'End of the last working day for appeals; the ranking is published on the day after it.';

create table assessment.assessed_unit (
  exercise_id uuid not null references assessment.exercise (id) on delete cascade,
  unit_id     text not null,
  position    integer not null,
  primary key (exercise_id, unit_id)
);
comment on table assessment.assessed_unit is 'Who is assessed and ranked together.';

create table assessment.appeal (
  id            uuid primary key default gen_random_uuid(),
  exercise_id   uuid not null references assessment.exercise (id) on delete cascade,
  unit_id       text not null,
  code          text not null,
  state         text not null default 'open' check (state in ('open', 'upheld', 'dismissed')),
  reason        text not null check (reason <> ''),
  asked_by      uuid not null,
  asked_at      timestamptz not null,
  answer_reason text,
  answered_by   uuid,
  answered_at   timestamptz,
  foreign key (exercise_id, unit_id) references assessment.assessed_unit (exercise_id, unit_id),
  check ((state = 'open') = (answered_by is null) and (state = 'open') = (answered_at is null)),
  check (state = 'open' or answer_reason <> ''),
  check (answered_by is distinct from asked_by)
);
create unique index appeal_open_once on assessment.appeal (exercise_id, unit_id, code) where state = 'open';
create index on assessment.appeal (exercise_id, state);
comment on table assessment.appeal is 'A unit’s objection to one line of its sheet, and the answer by someone else.';

create table assessment.appeal_file (
  id         uuid primary key default gen_random_uuid(),
  appeal_id  uuid not null references assessment.appeal (id) on delete cascade,
  file_name  text not null,
  media_type text not null,
  size       integer not null check (size between 1 and 20000000),
  digest     text not null,
  content    bytea not null,
  added_by   uuid not null,
  added_at   timestamptz not null default now(),
  unique (appeal_id, digest)
);
comment on table assessment.appeal_file is 'What a unit shows for its appeal. Kept as it came.';

create table assessment.input (
  exercise_id uuid not null,
  unit_id     text not null,
  code        text not null,
  number      integer not null default 0 check (number >= 0),
  kind        text not null check (kind in ('part', 'deduction', 'veto')),
  applies     boolean not null default true,
  target      numeric check (target >= 0),
  value       numeric,
  points      numeric check (points >= 0),
  times       integer not null default 0 check (times between 0 and 1000),
  target_source jsonb,
  source      jsonb,
  reason      text,
  appeal_id   uuid references assessment.appeal (id),
  entered_by  uuid not null,
  at          timestamptz not null default clock_timestamp(),
  primary key (exercise_id, unit_id, code, number),
  foreign key (exercise_id, unit_id) references assessment.assessed_unit (exercise_id, unit_id) on delete cascade,
  check ((number > 0) = (appeal_id is not null)),
  check (appeal_id is null or reason <> ''),
  check (kind = 'part' or times = 0 or (source ? 'document' and source ? 'article')),
  check (points is null or reason <> ''),
  check (applies or reason <> '')
);
comment on table assessment.input is 'What a score is made of, each with its source. A correction after an appeal is a further number; the highest counts.';
comment on column assessment.input.source is 'A value of the ledger with its vintage, or a document with its article.';

create table assessment.result (
  exercise_id uuid not null references assessment.exercise (id) on delete cascade,
  unit_id     text not null,
  place       integer not null check (place > 0),
  total       numeric not null check (total >= 0),
  grade       jsonb not null,
  vetoed      boolean not null,
  sheet       jsonb not null,
  primary key (exercise_id, unit_id)
);
comment on table assessment.result is 'The ranking as it was published. Only added to.';
select opensti.append_only('assessment.result');

create table assessment.move (
  subject_id uuid not null,
  number     integer not null,
  subject    text not null check (subject in ('decomposition', 'exercise')),
  verb       text not null,
  from_state text not null,
  to_state   text not null,
  text       text,
  person_id  uuid,
  at         timestamptz not null default clock_timestamp(),
  primary key (subject_id, number)
);
comment on table assessment.move is 'Everything done with a decomposition or an assessment, in order; without a person where the house did it. Only added to.';
select opensti.append_only('assessment.move');

-- The published formula, and who is assessed by it, stand still.
create function assessment.keep_exercise() returns trigger language plpgsql as $$
begin
  if old.state <> 'draft' and (new.region_id, new.title, new.period, new.begins_at, new.ends_at, new.document, new.document_day,
      new.formula, new.digest, new.appeal_workdays, new.issued_at) is distinct from
     (old.region_id, old.title, old.period, old.begins_at, old.ends_at, old.document, old.document_day,
      old.formula, old.digest, old.appeal_workdays, old.issued_at) then
    raise exception 'a published formula stands still' using errcode = 'integrity_constraint_violation';
  end if;
  if old.state in ('frozen', 'published') and (new.frozen_at, new.inputs_digest, new.appeals_until) is distinct from
     (old.frozen_at, old.inputs_digest, old.appeals_until) then
    raise exception 'frozen inputs stand still' using errcode = 'integrity_constraint_violation';
  end if;
  if old.state = 'published' then
    raise exception 'a published ranking stands still' using errcode = 'integrity_constraint_violation';
  end if;
  if new.state = 'published' then
    if new.published_at > clock_timestamp() then
      raise exception 'a ranking is published when its day has come' using errcode = 'integrity_constraint_violation';
    end if;
    if exists (select from assessment.appeal where exercise_id = new.id and state = 'open') then
      raise exception 'no ranking while an appeal waits for its answer' using errcode = 'integrity_constraint_violation';
    end if;
    if exists (select from assessment.assessed_unit u where u.exercise_id = new.id and not exists
        (select from assessment.result r where r.exercise_id = u.exercise_id and r.unit_id = u.unit_id)) then
      raise exception 'a ranking holds every unit' using errcode = 'integrity_constraint_violation';
    end if;
  end if;
  return new;
end $$;
create trigger exercise_stands_still before update on assessment.exercise
  for each row execute function assessment.keep_exercise();

create function assessment.keep_assessed_unit() returns trigger language plpgsql as $$
begin
  if (select state from assessment.exercise
      where id = case when tg_op = 'DELETE' then old.exercise_id else new.exercise_id end) <> 'draft' then
    raise exception 'who is assessed stands still with the formula' using errcode = 'integrity_constraint_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger assessed_unit_stands_still before insert or update or delete on assessment.assessed_unit
  for each row execute function assessment.keep_assessed_unit();

-- Inputs stand still once they are frozen; an upheld appeal adds a corrected one, and nothing else does.
create function assessment.keep_input() returns trigger language plpgsql as $$
declare
  stands text;
begin
  select state into stands from assessment.exercise
    where id = case when tg_op = 'DELETE' then old.exercise_id else new.exercise_id end;
  if stands = 'issued' then
    return case when tg_op = 'DELETE' then old else new end;
  end if;
  if tg_op = 'INSERT' and stands = 'frozen' and exists (
    select from assessment.appeal where id = new.appeal_id and exercise_id = new.exercise_id and unit_id = new.unit_id
      and code = new.code and state = 'open') then
    return new;
  end if;
  raise exception 'frozen inputs stand still' using errcode = 'integrity_constraint_violation';
end $$;
create trigger input_stands_still before insert or update or delete on assessment.input
  for each row execute function assessment.keep_input();

create function assessment.keep_appeal() returns trigger language plpgsql as $$
declare
  stands assessment.exercise;
begin
  select * into stands from assessment.exercise where id = new.exercise_id;
  if stands.state <> 'frozen' then
    raise exception 'appeals belong to the time of appeal' using errcode = 'integrity_constraint_violation';
  end if;
  if tg_op = 'INSERT' and new.asked_at > stands.appeals_until then
    raise exception 'the time for appeals is over' using errcode = 'integrity_constraint_violation';
  end if;
  if tg_op = 'UPDATE' and (old.state <> 'open' or (new.exercise_id, new.unit_id, new.code, new.reason, new.asked_by, new.asked_at)
      is distinct from (old.exercise_id, old.unit_id, old.code, old.reason, old.asked_by, old.asked_at)) then
    raise exception 'an answered appeal stands still' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger appeal_stands_still before insert or update on assessment.appeal
  for each row execute function assessment.keep_appeal();

create function assessment.keep_result() returns trigger language plpgsql as $$
declare
  stands assessment.exercise;
begin
  select * into stands from assessment.exercise where id = new.exercise_id;
  if stands.state <> 'frozen' or clock_timestamp() <= stands.appeals_until then
    raise exception 'no ranking before the day after the deadline' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger result_after_deadline before insert on assessment.result
  for each row execute function assessment.keep_result();
