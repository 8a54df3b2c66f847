-- The ledger of plans: what was promised, what became of it, who does what, and where each of it is written.
-- Rows with origin 'content' come from region folders and follow them when they are loaded again;
-- rows with origin 'reading' were confirmed by a person from a document and are never touched by loading.

create table plans.region (
  id        text primary key,
  parent_id text references plans.region (id),
  kind      text not null check (kind in ('country', 'province', 'area', 'city', 'county')),
  names     jsonb not null check (names ? 'zh' and names ? 'en'),
  invented  boolean not null default false,
  areas     text[] not null default '{}',
  -- Grows with every change that the public can see; pages and searches are remembered under it.
  revision  bigint not null default 1,
  position  integer not null default 0
);
comment on table plans.region is 'The places whose plans are kept. A city is a child of its province and knows the definitions of all above it.';

create table plans.content_row (
  region_id text not null,
  kind      text not null,
  key       text not null,
  data      jsonb not null,
  position  integer not null,
  primary key (region_id, kind, key)
);
comment on table plans.content_row is 'Region content as it was last loaded, row by row, so that loading can be repeated and says beforehand what it will change.';

create table plans.theme (
  region_id text not null references plans.region (id),
  code      text not null,
  names     jsonb not null check (names ? 'zh' and names ? 'en'),
  position  integer not null default 0,
  primary key (region_id, code)
);

create table plans.document (
  code       text primary key,
  region_id  text not null references plans.region (id),
  names      jsonb not null check (names ? 'zh' and names ? 'en'),
  kind       text not null,
  issuer     jsonb,
  number     text,
  issued_on  text,
  note       jsonb,
  damage     jsonb not null default '[]',
  origin     text not null default 'content' check (origin in ('content', 'reading')),
  published  boolean not null default true
);
create index on plans.document (region_id);
comment on column plans.document.damage is 'Signs that the copy at hand is not what the office published; its sentences never reach a public page.';

create table plans.indicator (
  code       text primary key,
  region_id  text not null references plans.region (id),
  names      jsonb not null check (names ? 'zh' and names ? 'en'),
  unit       text not null,
  definition jsonb,
  theme      text not null,
  polarity   text not null check (polarity in ('higher', 'lower', 'neutral')),
  nature     text not null check (nature in ('stock', 'flow', 'cumulative', 'rate', 'rank', 'yes-no')),
  binding    text check (binding in ('binding', 'expected')),
  frequency  text not null,
  source     jsonb,
  computed   jsonb,
  per_head   boolean not null default false,
  per_gdp    boolean not null default false,
  aliases    text[] not null default '{}',
  cite       jsonb not null,
  origin     text not null default 'content' check (origin in ('content', 'reading'))
);
comment on table plans.indicator is 'One definition, used by every place that counts the same thing in the same way, so that they can be compared.';

create table plans.plan (
  region_id     text not null references plans.region (id),
  code          text not null,
  names         jsonb not null check (names ? 'zh' and names ? 'en'),
  document_code text references plans.document (code),
  start_year    integer not null,
  end_year      integer not null,
  themes        jsonb not null default '[]',
  note          jsonb,
  cite          jsonb not null,
  published_at  timestamptz,
  origin        text not null default 'content' check (origin in ('content', 'reading')),
  primary key (region_id, code),
  check (start_year <= end_year)
);
comment on column plans.plan.published_at is 'Empty while the plan is a draft; a draft is seen by its region''s staff only.';

create table plans.target (
  id             text primary key,
  region_id      text not null,
  plan_code      text not null,
  indicator_code text not null references plans.indicator (code),
  theme          text,
  kind           text not null check (kind in ('target', 'baseline')),
  comparator     text not null check (comparator in ('eq', 'ge', 'gt', 'le', 'lt', 'approx', 'range', 'inc', 'mul')),
  value          numeric not null,
  value2         numeric check (value2 is null or value2 >= value),
  unit           text not null,
  year           integer,
  start_year     integer check (start_year is null or year is null or start_year <= year),
  per_year       boolean not null default false,
  estimate       boolean not null default false,
  path           text check (path in ('linear', 'compound', 'none')),
  stages         jsonb not null default '[]',
  binding        text check (binding in ('binding', 'expected')),
  responsible    text[] not null default '{}',
  note           jsonb,
  cite           jsonb not null check (cite ? 'verified'),
  also           jsonb not null default '[]',
  origin         text not null default 'content' check (origin in ('content', 'reading')),
  position       integer not null default 0,
  foreign key (region_id, plan_code) references plans.plan (region_id, code),
  check ((comparator = 'range') = (value2 is not null))
);
create index on plans.target (region_id, plan_code);
create index on plans.target (indicator_code, region_id);

create table plans.value (
  id             text primary key,
  region_id      text not null references plans.region (id),
  indicator_code text not null references plans.indicator (code),
  period         text not null check (period ~ '^\d{4}(-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?$'),
  start_year     integer,
  value          numeric not null,
  unit           text not null,
  comparator     text not null,
  estimate       boolean not null default false,
  nature         text not null check (nature in ('working', 'statistical')),
  vintage        text not null,
  status         text not null check (status in ('draft', 'submitted', 'returned', 'approved', 'published')),
  reported_by    text,
  due            text,
  reported_on    text,
  reason         jsonb,
  note           jsonb,
  cite           jsonb not null check (cite ? 'verified'),
  also           jsonb not null default '[]',
  origin         text not null default 'content' check (origin in ('content', 'reading'))
);
create index on plans.value (region_id, indicator_code, period);
create index on plans.value (indicator_code);
comment on column plans.value.vintage is 'When this figure was published; a later vintage of the same period and nature is a revision, and both stay.';

create table plans.comparison (
  id             text primary key,
  region_id      text not null references plans.region (id),
  indicator_code text not null references plans.indicator (code),
  period         text not null,
  start_year     integer,
  measure        text not null,
  value          numeric not null,
  unit           text not null,
  comparator     text not null,
  scope          jsonb not null,
  base           text,
  of_indicator   text,
  vintage        text not null,
  note           jsonb,
  cite           jsonb not null check (cite ? 'verified')
);
create index on plans.comparison (region_id, indicator_code);
comment on table plans.comparison is 'What a document says about a value: its rank, growth, share or multiple.';

create table plans.task (
  id         text primary key,
  region_id  text not null,
  plan_code  text not null,
  parent_id  text references plans.task (id),
  number     text not null,
  title      jsonb not null check (title ? 'zh'),
  summary    jsonb,
  due        text,
  theme      text,
  indicators text[] not null default '{}',
  note       jsonb,
  cite       jsonb not null check (cite ? 'verified'),
  origin     text not null default 'content' check (origin in ('content', 'reading')),
  position   integer not null default 0,
  depth      integer not null default 0,
  foreign key (region_id, plan_code) references plans.plan (region_id, code)
);
create index on plans.task (region_id, plan_code);

create table plans.task_unit (
  task_id       text not null references plans.task (id) on delete cascade,
  role          text not null check (role in ('lead', 'coop', 'other')),
  position      integer not null,
  -- As the document names it; who does the work today follows the function.
  unit_id       text,
  unit_name     text not null,
  function_code text,
  primary key (task_id, role, position)
);
create index on plans.task_unit (unit_id);

create table plans.lost_part (
  id        text primary key,
  region_id text not null,
  plan_code text not null,
  kind      text not null,
  names     jsonb not null,
  note      jsonb,
  cite      jsonb not null,
  foreign key (region_id, plan_code) references plans.plan (region_id, code)
);
comment on table plans.lost_part is 'What a document announced and the copy at hand has lost: recorded as lost, not as none.';

create table plans.disagreement (
  id             text primary key,
  region_id      text not null references plans.region (id),
  kind           text not null,
  names          jsonb not null,
  indicator_code text references plans.indicator (code),
  explanation    jsonb not null,
  places         jsonb not null
);

-- Reading a document: the text as it was given, the candidates found in it, and what a person decided about each.

create table plans.reading (
  id            uuid primary key default gen_random_uuid(),
  region_id     text not null references plans.region (id),
  plan_code     text not null,
  document_code text not null references plans.document (code),
  file_name     text not null,
  media_type    text not null,
  encoding      text not null,
  digest        text not null,
  text          text not null,
  -- Sections, noise, damage and checks as found; places are UTF-16 offsets into text.
  structure     jsonb not null,
  state         text not null default 'open' check (state in ('open', 'closed')),
  created_by    uuid not null,
  created_at    timestamptz not null default now(),
  foreign key (region_id, plan_code) references plans.plan (region_id, code)
);
create index on plans.reading (region_id, created_at);
comment on table plans.reading is 'One document being read into the ledger. Its text stays in the workbench and never reaches a public page.';

create table plans.candidate (
  id          uuid primary key default gen_random_uuid(),
  reading_id  uuid not null references plans.reading (id) on delete cascade,
  position    integer not null,
  kind        text not null check (kind in ('figure', 'task')),
  place_start integer not null,
  place_end   integer not null check (place_end > place_start),
  -- As the reader found it, never changed.
  found       jsonb not null,
  -- What the ledger entry will be: known indicator, units, corrected numbers.
  proposal    jsonb not null,
  state       text not null default 'open' check (state in ('open', 'accepted', 'rejected')),
  -- Counts decisions, so that two people on one document cannot overwrite each other unseen.
  version     integer not null default 0,
  decided_by  uuid,
  decided_at  timestamptz,
  ledger_id   text,
  unique (reading_id, position),
  check ((state = 'accepted') = (ledger_id is not null))
);
comment on column plans.candidate.ledger_id is 'The target, value or task that accepting it made; nothing enters the ledger unconfirmed.';

create table plans.decision (
  id           bigint generated always as identity primary key,
  candidate_id uuid not null references plans.candidate (id) on delete cascade,
  version      integer not null,
  verb         text not null check (verb in ('accept', 'correct', 'reject', 'reopen')),
  before       jsonb not null,
  after        jsonb not null,
  decided_by   uuid not null,
  decided_at   timestamptz not null default now(),
  unique (candidate_id, version)
);
comment on table plans.decision is 'Every decision about a candidate in order, so that it can be undone and explained.';
