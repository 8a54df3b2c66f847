-- Places and the government units in them, loaded from region content. Ids are `<region>/<id in the content>`.

create domain accounts.partial_date as text check (value ~ '^\d{4}(-\d{2}(-\d{2})?)?$');
comment on domain accounts.partial_date is 'A date as exactly as it is known: 2018, 2018-06 or 2018-06-15. Text order is time order.';

create table accounts.region (
  id       text primary key check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  parent   text references accounts.region (id) deferrable initially deferred,
  kind     text not null check (kind in ('country', 'province', 'area', 'city', 'county')),
  name_zh  text not null check (name_zh <> ''),
  name_en  text not null check (name_en <> ''),
  code     text,
  calendar jsonb,
  invented boolean not null default false,
  check (parent <> id)
);
comment on table accounts.region is 'A place that runs OpenSTI or is compared with. Content says what it is called and whom it belongs to.';
comment on column accounts.region.calendar is 'Time zone, weekend, holidays and shifted working days; null where the parent''s holds.';
comment on column accounts.region.invented is 'A made-up place, shown as such wherever it appears.';

create table accounts.region_area (
  region text not null references accounts.region (id) deferrable initially deferred,
  area   text not null references accounts.region (id) deferrable initially deferred,
  primary key (region, area)
);
comment on table accounts.region_area is 'Areas that a place belongs to besides its parent.';

create table accounts.unit (
  region     text not null references accounts.region (id),
  id         text primary key,
  level      text not null check (level in ('country', 'province', 'city', 'district')),
  kind       text not null,
  from_date  accounts.partial_date,
  until_date accounts.partial_date,
  constraint unit_of_region unique (region, id),
  constraint unit_id_names_its_region check (starts_with(id, region || '/')),
  check (until_date >= from_date)
);
comment on table accounts.unit is 'A government unit. A bureau renamed in 2019 is one unit with two names.';

create table accounts.unit_name (
  unit       text not null references accounts.unit (id),
  position   smallint not null check (position >= 0),
  name_zh    text not null check (name_zh <> ''),
  name_en    text not null check (name_en <> ''),
  short      text[] not null default '{}',
  from_date  accounts.partial_date,
  until_date accounts.partial_date,
  primary key (unit, position)
);
comment on table accounts.unit_name is 'What a unit is or was called, and the short forms that papers use for it.';

create table accounts.unit_member (
  unit_group text not null references accounts.unit (id),
  member     text not null references accounts.unit (id),
  primary key (unit_group, member),
  check (unit_group <> member)
);
comment on table accounts.unit_member is 'Who belongs to a group such as all district governments.';

create table accounts.function (
  region  text not null references accounts.region (id),
  id      text primary key,
  name_zh text not null check (name_zh <> ''),
  name_en text not null check (name_en <> ''),
  constraint function_id_names_its_region check (starts_with(id, region || '/'))
);
comment on table accounts.function is 'A duty of government that can move between units, with or without a renaming.';

create table accounts.function_held (
  function   text not null references accounts.function (id),
  unit       text not null references accounts.unit (id),
  from_date  accounts.partial_date,
  until_date accounts.partial_date,
  constraint function_held_once unique nulls not distinct (function, unit, from_date)
);
comment on table accounts.function_held is 'Who held a function when, folded from the units'' beginnings and the changes between them. Tasks follow it.';

create table accounts.unit_change (
  region text not null references accounts.region (id),
  id     text primary key,
  kind   text not null check (kind in ('rename', 'merge', 'split', 'transfer')),
  date   accounts.partial_date not null,
  note_zh text,
  note_en text,
  verified text not null check (verified in ('official', 'source', 'unverified')),
  constraint unit_change_id_names_its_region check (starts_with(id, region || '/'))
);
comment on table accounts.unit_change is 'A dated event between units, many to many.';

create table accounts.unit_change_side (
  change text not null references accounts.unit_change (id),
  side   text not null check (side in ('from', 'to')),
  unit   text not null references accounts.unit (id),
  primary key (change, side, unit)
);
create index unit_change_side_unit on accounts.unit_change_side (unit);
comment on table accounts.unit_change_side is 'The units before and after a change.';

create table accounts.unit_change_move (
  change    text not null references accounts.unit_change (id),
  function  text not null references accounts.function (id),
  from_unit text not null references accounts.unit (id),
  to_unit   text not null references accounts.unit (id),
  primary key (change, function, from_unit, to_unit)
);
comment on table accounts.unit_change_move is 'Which function went from whom to whom in a change.';

create table accounts.units_loaded (
  only_one boolean primary key default true check (only_one),
  version  uuid not null default gen_random_uuid(),
  digest   text not null
);
comment on table accounts.units_loaded is
  'Which content the tables above were filled from: an equal digest means nothing to do, a new version that kept copies are stale.';
