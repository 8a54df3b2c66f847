-- An overdue item climbs once to each rung for each day it was due: this says when.

create table supervision.climb (
  item_id uuid not null references supervision.item (id) on delete cascade,
  due_day date not null,
  rung    text not null check (rung in ('unit-leader', 'supervisor', 'head')),
  told_at timestamptz not null default clock_timestamp(),
  primary key (item_id, due_day, rung)
);
comment on table supervision.climb is 'When an overdue item was told to the leader of its unit, to supervision and to the head in charge. A granted extension begins anew.';
select opensti.append_only('supervision.climb');
