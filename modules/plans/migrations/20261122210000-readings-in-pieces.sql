-- Documents of any length: the text is kept in pieces, the screen asks for what it shows, and a reading is filled in
-- small transactions before it appears.

alter table plans.reading drop constraint reading_state_check;
alter table plans.reading add constraint reading_state_check check (state in ('preparing', 'open', 'closed'));
alter table plans.reading alter column plan_code drop not null;
alter table plans.reading alter column document_code drop not null;
alter table plans.reading add constraint reading_place_check
  check (state = 'preparing' or (plan_code is not null and document_code is not null));
create unique index reading_once on plans.reading (region_id, digest) where state <> 'preparing';
comment on column plans.reading.state is 'Preparing while its candidates are being written; nobody sees it until it is open.';

create table plans.reading_piece (
  reading_id     uuid not null references plans.reading (id) on delete cascade,
  number         integer not null,
  place_start    integer not null,
  place_end      integer not null check (place_end >= place_start),
  text           text not null,
  -- Headings, web-page noise and damage in this piece; places are UTF-16 offsets into the whole text.
  marks          jsonb not null,
  -- The candidates that begin in this piece, by position, half-open.
  position_start integer not null,
  position_end   integer not null check (position_end >= position_start),
  primary key (reading_id, number)
);
comment on table plans.reading_piece is 'The text of a document being read, some pages a row. It stays in the workbench and never reaches a public page.';

insert into plans.reading_piece
  select id, 0, 0,
    -- UTF-16 units: characters outside the basic plane count twice.
    length(text) + length(regexp_replace(text, '[\U00000001-\U0000FFFF]', '', 'g')),
    text,
    jsonb_build_object(
      'sections', coalesce(structure -> 'sections', '[]'),
      'noise', coalesce(structure -> 'noise', '[]'),
      'damage', coalesce(structure -> 'damage', '[]')
    ),
    0, (select count(*) from plans.candidate where reading_id = reading.id)
  from plans.reading;
alter table plans.reading drop column text;

-- Nothing is missing and the match is certain: may be confirmed together with others of its kind.
alter table plans.candidate add column sure boolean not null default false;
update plans.candidate set sure = kind = 'task' or (
  proposal ->> 'match' = 'same'
  and not (proposal -> 'figure' ->> 'kind' = 'actual' and proposal -> 'figure' ->> 'year' is null)
  and (proposal -> 'figure' ->> 'comparator' = 'range') = (proposal -> 'figure' ->> 'value2' is not null)
  and coalesce((proposal -> 'figure' ->> 'value2')::numeric >= (proposal -> 'figure' ->> 'value')::numeric, true)
  and coalesce((proposal -> 'figure' ->> 'startYear')::integer <= (proposal -> 'figure' ->> 'year')::integer, true)
);
-- How far everybody is with a document is asked again and again: answered from the index alone.
create index candidate_progress on plans.candidate (reading_id, position) include (kind, state, sure, version);
create index candidate_sure on plans.candidate (reading_id, position) where sure and state = 'open';

alter table plans.decision add column batch uuid;
create index on plans.decision (batch) where batch is not null;
comment on column plans.decision.batch is 'Decisions made with one key press, so that they are undone as one step.';
