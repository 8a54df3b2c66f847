-- What is made public, by whom, from which second. One person proposes, another approves; the clock does the rest.

create table publication.release (
  id          uuid primary key default gen_random_uuid(),
  region_id   text not null,
  cycle_code  text,
  period      text,
  unit_id     text,
  title       jsonb not null check (title ? 'zh' and title ? 'en'),
  note        jsonb,
  embargo_at  timestamptz,
  public_from timestamptz,
  state       text not null default 'proposed'
    check (state in ('proposed', 'approved', 'in-effect', 'declined', 'withdrawn', 'retracted')),
  doubts      jsonb not null default '[]',
  version     integer not null default 0,
  proposed_by uuid not null,
  proposed_at timestamptz not null default clock_timestamp(),
  approved_by uuid,
  approved_at timestamptz,
  check ((cycle_code is null) = (period is null)),
  check (approved_by is distinct from proposed_by),
  check ((approved_by is null) = (approved_at is null) and (approved_by is null) = (public_from is null)),
  check (state not in ('approved', 'in-effect', 'retracted') or approved_by is not null),
  check (embargo_at is null or public_from is null or public_from >= embargo_at)
);
create index on publication.release (region_id, proposed_at);
create index on publication.release (public_from) where state = 'approved';
comment on table publication.release is 'Figures and papers that become public together. Its id is its public address and is never used again.';
comment on column publication.release.embargo_at is 'Not before this moment; empty means as soon as it is approved.';
comment on column publication.release.public_from is 'Set when it is approved. From this moment everybody sees it, whether or not anything has been written since.';
comment on column publication.release.unit_id is 'The unit in whose name it is released.';
comment on column publication.release.doubts is 'What might have been personal data and is none: place, kind, reason.';

create table publication.release_value (
  release_id uuid not null references publication.release (id) on delete cascade,
  position   integer not null,
  value_id   text not null,
  replaces   text,
  live       boolean not null default true,
  primary key (release_id, position)
);
create unique index value_released_once on publication.release_value (value_id) where live;
comment on column publication.release_value.replaces is 'The figure that stood in the portal when this one was proposed; this one corrects it.';
comment on column publication.release_value.live is 'False when its release was declined or withdrawn, so that the figure may be proposed again.';

create table publication.release_paper (
  id         uuid primary key default gen_random_uuid(),
  release_id uuid not null references publication.release (id) on delete cascade,
  position   integer not null,
  kind       text not null,
  item_id    text not null,
  title      jsonb not null check (title ? 'zh' and title ? 'en'),
  summary    jsonb,
  live       boolean not null default true,
  unique (release_id, position)
);
create unique index paper_released_once on publication.release_paper (kind, item_id) where live;
comment on table publication.release_paper is 'A paper or ranking of another kind of work, as it was when it was proposed.';

create table publication.release_file (
  paper_id   uuid not null references publication.release_paper (id) on delete cascade,
  position   integer not null,
  file_name  text not null check (file_name <> ''),
  media_type text not null,
  size       integer not null check (size between 1 and 50000000),
  digest     text not null,
  content    bytea not null,
  primary key (paper_id, position)
);

create table publication.release_move (
  release_id uuid not null references publication.release (id) on delete cascade,
  number     integer not null,
  verb       text not null,
  from_state text not null,
  to_state   text not null,
  text       text,
  person_id  uuid,
  at         timestamptz not null default clock_timestamp(),
  primary key (release_id, number)
);
comment on table publication.release_move is 'Everything that happened to a release, in order; without a person where the clock did it. Only added to.';
select opensti.append_only('publication.release_move');

-- Looked at when the withdrawal is committed: what everybody could see for a moment has not been withdrawn in time.
create function publication.refuse_late_withdrawal() returns trigger language plpgsql as $$
begin
  if new.state = 'withdrawn' and old.public_from <= clock_timestamp() then
    raise exception 'the release has taken effect' using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;
create constraint trigger release_withdrawn_in_time after update on publication.release
  deferrable initially deferred for each row execute function publication.refuse_late_withdrawal();
