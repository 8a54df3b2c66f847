-- Plans evaluated half-way and at their end: what each unit says of itself, what supervision says beside it, the score
-- by published weights, and the papers that were made of it.

create table evaluation.exercise (
  id             uuid primary key default gen_random_uuid(),
  region_id      text not null,
  plan_code      text not null,
  kind           text not null check (kind in ('yearly', 'mid-term', 'final')),
  title          text not null check (title <> ''),
  year           integer not null check (year between 2000 and 2100),
  due_day        date not null,
  state          text not null default 'preparing'
                 check (state in ('preparing', 'self-assessing', 'reviewing', 'concluded', 'published')),
  version        integer not null default 0,
  shares         jsonb not null,
  formula_digest text check (formula_digest ~ '^[0-9a-f]{64}$'),
  made_by        uuid not null,
  made_at        timestamptz not null default now(),
  opened_at      timestamptz,
  concluded_at   timestamptz,
  data           text,
  data_digest    text unique check (data_digest ~ '^[0-9a-f]{64}$'),
  check ((state = 'preparing') = (opened_at is null)),
  check ((state = 'preparing') = (formula_digest is null)),
  check ((state in ('concluded', 'published')) = (concluded_at is not null)),
  check ((concluded_at is null) = (data is null) and (data is null) = (data_digest is null))
);
create index on evaluation.exercise (region_id, made_at);
comment on table evaluation.exercise is 'One evaluation of one plan. Concluded, it stands still with everything that belongs to it.';
comment on column evaluation.exercise.shares is 'What each standing counts, as a share of a line''s weight; published with the weights.';
comment on column evaluation.exercise.data is 'Everything the conclusion rests on, as canonical JSON; its SHA-256 stands beside it.';

create table evaluation.line (
  id          uuid primary key default gen_random_uuid(),
  exercise_id uuid not null references evaluation.exercise (id) on delete cascade,
  position    integer not null,
  kind        text not null check (kind in ('indicator', 'task')),
  code        text not null,
  title       jsonb not null check (title ? 'zh' and title ? 'en'),
  unit_id     text not null,
  weight      numeric not null check (weight >= 0),
  unique (exercise_id, kind, code),
  unique (exercise_id, position)
);
create index on evaluation.line (exercise_id, unit_id);
comment on table evaluation.line is 'An indicator or task of the plan, who answers for it, and what it weighs.';

create table evaluation.sheet (
  exercise_id  uuid not null references evaluation.exercise (id) on delete cascade,
  unit_id      text not null,
  state        text not null default 'filling' check (state in ('filling', 'handed-in')),
  version      integer not null default 0,
  handed_in_at timestamptz,
  primary key (exercise_id, unit_id),
  check ((state = 'handed-in') = (handed_in_at is not null))
);
comment on table evaluation.sheet is 'What one unit has to answer in one evaluation.';

create table evaluation.assessment (
  line_id   uuid not null references evaluation.line (id) on delete cascade,
  side      text not null check (side in ('own', 'review')),
  number    integer not null check (number > 0),
  standing  text check (standing in ('done', 'on-course', 'behind', 'cannot')),
  words     text,
  person_id uuid not null,
  at        timestamptz not null default clock_timestamp(),
  primary key (line_id, side, number)
);
comment on table evaluation.assessment is 'What was said of a line, by its unit and by supervision, each time it was kept. The last number of a side counts.';
select opensti.append_only('evaluation.assessment');

create table evaluation.evidence (
  id         uuid primary key default gen_random_uuid(),
  line_id    uuid not null references evaluation.line (id) on delete cascade,
  kind       text not null check (kind in ('file', 'value', 'return', 'item')),
  ref        text,
  label      text not null check (label <> ''),
  media_type text,
  size       integer check (size between 1 and 20000000),
  digest     text,
  content    bytea,
  added_by   uuid not null,
  added_at   timestamptz not null default now(),
  unique (line_id, kind, ref),
  unique (line_id, digest),
  check ((kind = 'file') = (ref is null)),
  check ((kind = 'file') = (content is not null) and (kind = 'file') = (digest is not null)
    and (kind = 'file') = (size is not null) and (kind = 'file') = (media_type is not null))
);
comment on table evaluation.evidence is 'What shows it: a file kept as it came, or a way to a value of the ledger, a return, an item under supervision.';

create table evaluation.move (
  exercise_id uuid not null references evaluation.exercise (id) on delete cascade,
  unit_id     text not null default '',
  number      integer not null,
  verb        text not null,
  from_state  text not null,
  to_state    text not null,
  reason      text,
  person_id   uuid not null,
  at          timestamptz not null default clock_timestamp(),
  primary key (exercise_id, unit_id, number)
);
comment on table evaluation.move is 'Everything that happened to an evaluation, and to the sheet of a unit where one is named. Only added to.';
select opensti.append_only('evaluation.move');

create table evaluation.paper (
  exercise_id uuid not null references evaluation.exercise (id),
  name        text not null check (name in ('report', 'brief', 'data')),
  format      text not null check (format in ('pdf', 'docx', 'json')),
  digest      text not null unique check (digest ~ '^[0-9a-f]{64}$'),
  size        integer not null check (size > 0),
  content     bytea not null,
  made_at     timestamptz not null default clock_timestamp(),
  primary key (exercise_id, name, format)
);
comment on table evaluation.paper is 'The papers of a concluded evaluation, byte by byte, each with its SHA-256.';
select opensti.append_only('evaluation.paper');

-- Weights stand still once they have been published.
create function evaluation.refuse_after_preparing() returns trigger language plpgsql as $$
declare
  now_state text;
begin
  select state into now_state from evaluation.exercise
    where id = case when tg_op = 'DELETE' then old.exercise_id else new.exercise_id end;
  if now_state is distinct from 'preparing' and now_state is not null then
    raise exception 'the evaluation is %, so its lines stand still', now_state using errcode = 'integrity_constraint_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger line_stands_still before insert or update or delete on evaluation.line
  for each row execute function evaluation.refuse_after_preparing();

-- A unit writes while its sheet is with it; supervision writes while the evaluation is reviewed.
create function evaluation.refuse_out_of_turn() returns trigger language plpgsql as $$
declare
  line uuid := case when tg_op = 'DELETE' then old.line_id else new.line_id end;
  side text := case when tg_table_name = 'assessment' and tg_op <> 'DELETE' then to_jsonb(new) ->> 'side' else 'own' end;
  exercise_state text;
  sheet_state text;
begin
  select e.state, s.state into exercise_state, sheet_state
    from evaluation.line l
    join evaluation.exercise e on e.id = l.exercise_id
    left join evaluation.sheet s on s.exercise_id = l.exercise_id and s.unit_id = l.unit_id
    where l.id = line;
  if exercise_state is null then
    return case when tg_op = 'DELETE' then old else new end;
  end if;
  if side = 'review' and exercise_state <> 'reviewing'
    or side = 'own' and (exercise_state not in ('self-assessing', 'reviewing') or sheet_state is distinct from 'filling') then
    raise exception 'the evaluation is % and the sheet %, so % stands still', exercise_state, sheet_state, tg_table_name
      using errcode = 'integrity_constraint_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger assessment_in_turn before insert on evaluation.assessment
  for each row execute function evaluation.refuse_out_of_turn();
create trigger evidence_in_turn before insert or update or delete on evaluation.evidence
  for each row execute function evaluation.refuse_out_of_turn();

-- What is concluded stays as it was; only whether it is public may change.
create function evaluation.refuse_thaw() returns trigger language plpgsql as $$
begin
  if old.concluded_at is not null and (tg_op = 'DELETE'
    or to_jsonb(new) - '{state,version}'::text[] is distinct from to_jsonb(old) - '{state,version}'::text[]) then
    raise exception 'the evaluation is concluded and stands still' using errcode = 'integrity_constraint_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger conclusion_stands_still before update or delete on evaluation.exercise
  for each row execute function evaluation.refuse_thaw();
create function evaluation.refuse_sheet_move() returns trigger language plpgsql as $$
begin
  if exists (select from evaluation.exercise where id = new.exercise_id and concluded_at is not null) then
    raise exception 'the evaluation is concluded and stands still' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger sheet_stands_still before update on evaluation.sheet
  for each row execute function evaluation.refuse_sheet_move();
