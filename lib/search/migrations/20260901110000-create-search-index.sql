-- One index for all that can be looked for. Two neighbouring characters make a gram; Chinese needs no word borders then.
create table search.entry (
  kind      text not null,
  id        text not null,
  region_id text not null,
  title     jsonb not null,
  context   jsonb not null,
  href      text not null,
  -- What is not public is found only by people of its region.
  public    boolean not null,
  body      text not null,
  grams     text[] not null,
  weight    integer not null default 0,
  primary key (kind, id)
);
create index entry_grams on search.entry using gin (grams);
create index entry_region on search.entry (region_id, kind);
comment on table search.entry is 'Titles, names and short forms of everything that can be found, cut into pairs of characters.';
