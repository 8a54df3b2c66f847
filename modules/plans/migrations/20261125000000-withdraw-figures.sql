-- A correction may say that there is no figure: what was fixed stays readable with the reason, and counts no more. What has
-- been released, or is about to be, is not withdrawn.
alter table plans.value drop constraint value_status_check;
alter table plans.value add constraint value_status_check
  check (status in ('draft', 'submitted', 'returned', 'approved', 'published', 'withdrawn'));
alter table plans.value
  add column withdrawn_at      timestamptz,
  add column withdrawn_because jsonb,
  add constraint value_withdrawn_with_reason
    check ((status = 'withdrawn') = (withdrawn_at is not null) and (withdrawn_at is null) = (withdrawn_because is null)),
  add constraint value_released_is_not_withdrawn check (status <> 'withdrawn' or public_from is null);
comment on column plans.value.withdrawn_at is 'When a correction said that there is no such figure. It counts in no view from then on.';
