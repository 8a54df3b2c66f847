-- Units are listed as their region's content lists them: the science office before the districts, not by the letters of an id.

alter table accounts.unit add column position smallint not null default 0 check (position >= 0);
comment on column accounts.unit.position is 'Its place in the content of its region.';
-- The content is read once more, so that units that are here already get their place.
delete from accounts.units_loaded;
