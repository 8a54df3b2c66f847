-- What a figure is and what it may be used for, beside its nature. Natures and kinds stand side by side and never mix.
alter table plans.value add column figure_kind text check (figure_kind in ('estimate', 'flash', 'annual', 'revised'));
alter table plans.value add column uses text[] not null default '{}';
comment on column plans.value.figure_kind is 'Estimated beforehand, first count, the year''s final count, or revised after it was fixed; empty where the source does not say.';
comment on column plans.value.uses is 'What the figure may be used for, such as internal work or publication; empty means as its source allows.';

alter table plans.value drop constraint value_origin_check;
alter table plans.value add constraint value_origin_check check (origin in ('content', 'reading', 'reporting'));
