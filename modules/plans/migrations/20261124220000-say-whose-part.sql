-- Figures of which several units each report their own part, and the rule by which an indicator is their sum.

alter table plans.indicator add column sum_of_units boolean not null default false;
comment on column plans.indicator.sum_of_units is 'The figure of the region is the sum of what its units report, where the region has none of its own.';

alter table plans.value
  add column units_asked integer check (units_asked > 0),
  add constraint value_part_is_of_a_unit check (units_asked is null or reported_by is not null);
comment on column plans.value.units_asked is 'One unit''s part: how many units were asked for theirs. Empty: it speaks for the region as a whole.';

-- What several units have reported beside each other so far is their parts.
update plans.value v set units_asked = several.units
  from (
    select region_id, indicator_code, period, nature, count(distinct reported_by)::int as units from plans.value
    where origin = 'reporting'
    group by region_id, indicator_code, period, nature having count(distinct reported_by) > 1
  ) as several
  where v.origin = 'reporting' and v.region_id = several.region_id and v.indicator_code = several.indicator_code
    and v.period = several.period and v.nature = several.nature;

-- Whose figure it is, and what was written beside it, stays with what was released.
create or replace function plans.refuse_change_of_released() returns trigger language plpgsql as $$
begin
  if old.public_from <= clock_timestamp() and (
    new.public_from is distinct from old.public_from or new.release_id is distinct from old.release_id
    or new.value <> old.value or new.unit <> old.unit or new.period <> old.period or new.nature <> old.nature
    or new.vintage <> old.vintage or (old.status = 'published' and new.status <> 'published')
    or new.reported_by is distinct from old.reported_by or new.units_asked is distinct from old.units_asked
    or new.note is distinct from old.note or new.reason is distinct from old.reason
  ) then
    raise exception 'what has been released stays as it is' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
