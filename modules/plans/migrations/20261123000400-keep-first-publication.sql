-- A plan that was withdrawn and published again keeps the day on which it first became public.

alter table plans.plan add column first_published_at timestamptz;
comment on column plans.plan.first_published_at is 'Kept when a plan is withdrawn; null until it has been public once.';
