-- A plan that was public and is withdrawn: its address says since when it is gone, by whom and why.

alter table plans.plan
  add column withdrawn jsonb check (withdrawn ?& array['at', 'by', 'because']),
  add constraint plan_withdrawn_is_not_public check (withdrawn is null or published_at is null);
comment on column plans.plan.withdrawn is 'The moment, the unit that withdrew it as it was called then, and the reason, in both languages. Empty for what was never public or is public again.';
