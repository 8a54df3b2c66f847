-- What the house tells a person while she is away from the matter: a return that falls due, an item that is late.

create table accounts.notice (
  id      bigint generated always as identity primary key,
  person  uuid not null references accounts.person (id),
  kind    text not null check (kind ~ '^[a-z]+(\.[a-z]+(-[a-z]+)*)+$'),
  params  jsonb not null default '{}' check (jsonb_typeof(params) = 'object'),
  link    text not null check (link ~ '^/([^/\\]|$)'),
  key     text not null check (key <> ''),
  made_at timestamptz not null default clock_timestamp(),
  seen_at timestamptz,
  constraint notice_made_once unique (key, person),
  check (seen_at >= made_at)
);
create index notice_of_person on accounts.notice (person, id desc);
create index notice_unseen on accounts.notice (person) where seen_at is null;
comment on table accounts.notice is 'One thing told to one person. The same key tells it to her once, however often a duty comes by.';
comment on column accounts.notice.kind is 'module.what; the module has the words for it, in Chinese and English.';
comment on column accounts.notice.params is 'What the words leave open: names, periods, counts.';
comment on column accounts.notice.link is 'Address inside the workbench, from its root: where she can act on it.';
comment on column accounts.notice.seen_at is 'When she saw it, or when what it told of was settled.';

create table accounts.notice_choice (
  person  uuid not null references accounts.person (id),
  kind    text not null check (kind <> ''),
  by_mail boolean not null,
  primary key (person, kind)
);
comment on table accounts.notice_choice is 'Which kinds someone wants as e-mail as well; without a row the kind''s usual way holds.';

-- A notice is made and seen, never rewritten.
revoke update, truncate on accounts.notice from opensti_app;
grant update (seen_at) on accounts.notice to opensti_app;
