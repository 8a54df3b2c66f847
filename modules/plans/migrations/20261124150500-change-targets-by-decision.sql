-- Targets that a decision has changed. The target as the plan states it stays; the last change in force is what is worked towards.

create table plans.target_change (
  target_id       text not null,
  number          integer not null check (number > 0),
  region_id       text not null references plans.region (id),
  value           numeric not null,
  value2          numeric check (value2 is null or value2 >= value),
  old_value       numeric not null,
  old_value2      numeric,
  since           date not null,
  approver        text not null check (approver <> ''),
  document        text not null check (document <> ''),
  document_number text,
  document_date   date not null,
  reason          text,
  entered_by      uuid not null,
  entered_at      timestamptz not null default clock_timestamp(),
  primary key (target_id, number),
  check (document_date <= since)
);
create index on plans.target_change (region_id);
comment on table plans.target_change is 'A target changed by decision: what it was, what it is, who approved, by which paper, from when. Only added to.';
select opensti.append_only('plans.target_change');
