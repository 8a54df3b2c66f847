-- The latest figure of an indicator is found along an index, however many it has.
create function plans.end_of_period(period text) returns integer language sql immutable parallel safe as $$
  select left(period, 4)::integer * 12 + case
    when length(period) = 4 then 12
    when substr(period, 6, 1) = 'H' then 6 * substr(period, 7)::integer
    when substr(period, 6, 1) = 'Q' then 3 * substr(period, 7)::integer
    else substr(period, 6)::integer end
$$;
comment on function plans.end_of_period is 'The month in which a period ends, counted from the year 0: in which order figures tell the state of things.';
create index value_latest on plans.value (region_id, indicator_code, plans.end_of_period(period) desc)
  where status in ('approved', 'published');
