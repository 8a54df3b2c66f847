-- A receiver that cannot take its share on says so, once and with a reason; it may take it on all the same later.

alter table assessment.share
  add column objection text check (objection <> ''),
  add column objected_by uuid,
  add column objected_at timestamptz,
  add constraint share_objected_whole check ((objection is null) = (objected_by is null) and (objection is null) = (objected_at is null));
comment on column assessment.share.objection is 'Why the receiver cannot take the share on as it is. It stays, also when the share is confirmed later.';

create or replace function assessment.keep_share() returns trigger language plpgsql as $$
declare
  stands text;
begin
  select state into stands from assessment.decomposition
    where id = case when tg_op = 'DELETE' then old.decomposition_id else new.decomposition_id end;
  if stands = 'draft' then
    if tg_op = 'DELETE' then return old; end if;
    if new.confirmed_at is not null or new.objected_at is not null then
      raise exception 'a draft cannot be confirmed or objected to' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
  end if;
  if tg_op = 'UPDATE' and stands = 'issued' and old.confirmed_at is null
    and (new.id, new.decomposition_id, new.position, new.receiver_region, new.receiver_unit, new.amount, new.weight)
      is not distinct from
        (old.id, old.decomposition_id, old.position, old.receiver_region, old.receiver_unit, old.amount, old.weight)
    and (old.objected_at is null or (new.objection, new.objected_by, new.objected_at)
      is not distinct from (old.objection, old.objected_by, old.objected_at)) then
    return new;
  end if;
  raise exception 'shares stand still once they are approved' using errcode = 'integrity_constraint_violation';
end $$;
