-- A figure that was fixed here becomes public with a release, at a moment that is set beforehand. What is public is decided
-- by the clock in every query; the status follows a moment later.
alter table plans.value
  add column public_from timestamptz,
  add column release_id  uuid,
  add column released    jsonb,
  add constraint value_release_has_a_moment check ((public_from is null) = (release_id is null)),
  add constraint value_released_when_fixed check (public_from is null or status in ('approved', 'published'));
create index value_waits_for_its_moment on plans.value (public_from) where public_from is not null and status = 'approved';
create index value_of_release on plans.value (release_id) where release_id is not null;
comment on column plans.value.public_from is 'From when everybody sees it, to the second. Empty: as its status says.';
comment on column plans.value.release_id is 'The release that made it public, or will.';
comment on column plans.value.released is 'The day of the release in the region''s time and the unit that released it, as it was called then: on, by.';

-- What has become public stays as it was: it is corrected by a further vintage, never taken back or changed.
create function plans.refuse_change_of_released() returns trigger language plpgsql as $$
begin
  if old.public_from <= clock_timestamp() and (
    new.public_from is distinct from old.public_from or new.release_id is distinct from old.release_id
    or new.value <> old.value or new.unit <> old.unit or new.period <> old.period or new.nature <> old.nature
    or new.vintage <> old.vintage or (old.status = 'published' and new.status <> 'published')
  ) then
    raise exception 'what has been released stays as it is' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger released_value_stays before update on plans.value
  for each row when (old.public_from is not null) execute function plans.refuse_change_of_released();

alter table plans.region add column open_data jsonb;
comment on column plans.region.open_data is 'Under which licence the figures of the region may be used, and who publishes them.';
