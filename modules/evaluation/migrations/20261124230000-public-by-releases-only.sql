-- Whether an evaluation is public follows releases alone: a second person, the gate and the embargo stand before it. What a
-- planner had made public by herself has to be released.

update evaluation.exercise set state = 'concluded', version = version + 1 where state = 'published';
alter table evaluation.exercise
  drop constraint exercise_state_check,
  drop constraint exercise_check2,
  add constraint exercise_state_check check (state in ('preparing', 'self-assessing', 'reviewing', 'concluded')),
  add constraint exercise_concluded_check check ((state = 'concluded') = (concluded_at is not null));
