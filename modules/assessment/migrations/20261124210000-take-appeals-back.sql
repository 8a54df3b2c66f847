-- A unit may take its appeal back before it is answered: then nobody answers it, and it stands beside the others.

alter table assessment.appeal
  drop constraint appeal_state_check,
  drop constraint appeal_check,
  drop constraint appeal_check1;
alter table assessment.appeal
  add column withdrawn_by uuid,
  add column withdrawn_at timestamptz,
  add constraint appeal_state_check check (state in ('open', 'upheld', 'dismissed', 'withdrawn')),
  add constraint appeal_answered_by_someone check ((state in ('upheld', 'dismissed')) = (answered_by is not null)
    and (state in ('upheld', 'dismissed')) = (answered_at is not null)),
  add constraint appeal_answered_with_reason check ((state in ('upheld', 'dismissed')) = (answer_reason is not null)
    and answer_reason is distinct from ''),
  add constraint appeal_taken_back_by_someone check ((state = 'withdrawn') = (withdrawn_by is not null)
    and (state = 'withdrawn') = (withdrawn_at is not null));
comment on table assessment.appeal is 'A unit’s objection to one line of its sheet, and the answer by someone else, unless the unit took it back.';
comment on column assessment.appeal.withdrawn_by is 'Who of the unit took the appeal back before it was answered.';
