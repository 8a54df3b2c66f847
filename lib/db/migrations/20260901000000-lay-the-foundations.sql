-- What every module leans on: stored answers, messages on their way out, and the audit log.

create function opensti.append_only(kept regclass) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  execute format('revoke update, delete, truncate on %s from opensti_app', kept);
end $$;
comment on function opensti.append_only is
  'Called by a migration for a table whose rows only ever grow: the running role may then read and add, nothing else.';

create table opensti.idempotency (
  operation   text not null,
  actor       text not null,
  key         text not null check (length(key) between 1 and 200),
  fingerprint text not null,
  result      json not null,
  created_at  timestamptz not null default clock_timestamp(),
  constraint idempotency_pkey primary key (operation, actor, key)
);
create index idempotency_created_at on opensti.idempotency (created_at);
comment on column opensti.idempotency.result is 'As json, not jsonb: a repeated answer is the same to the letter.';
comment on table opensti.idempotency is 'Answers already given, so that a repeated request changes nothing.';

create table opensti.outbox (
  id              bigint generated always as identity primary key,
  topic           text not null,
  dedupe_key      text,
  payload         jsonb not null,
  created_at      timestamptz not null default clock_timestamp(),
  attempts        integer not null default 0,
  next_attempt_at timestamptz not null default clock_timestamp(),
  sent_at         timestamptz,
  last_error      text,
  constraint outbox_said_once unique (topic, dedupe_key)
);
create index outbox_waiting on opensti.outbox (next_attempt_at, id) where sent_at is null;
comment on table opensti.outbox is
  'Messages written with the change they tell of and sent afterwards, at least once; receivers drop repeats by id.';

create table opensti.audit_entry (
  id          bigint generated always as identity primary key,
  at          timestamptz not null default clock_timestamp(),
  actor       text,
  session     text,
  action      text not null,
  region      text,
  object_kind text,
  object_id   text,
  detail      jsonb not null default '{}',
  request_id  text
);
create index audit_entry_object on opensti.audit_entry (object_kind, object_id);
create index audit_entry_at on opensti.audit_entry (at);
comment on table opensti.audit_entry is
  'Who did what to which thing. Written in the transaction of the deed; numbers may have gaps where a deed was rolled back.';
comment on column opensti.audit_entry.detail is 'Never personal data: ids, names of fields, states.';

create table opensti.audit_seal (
  number    bigint primary key,
  first     bigint not null,
  last      bigint not null,
  digest    text not null,
  previous  text not null,
  sealed_at timestamptz not null,
  signature text not null,
  constraint audit_seal_is_not_empty check (last >= first)
);
comment on table opensti.audit_seal is
  'A signed digest over the positions first to last and over the seal before it. Heads are also kept outside the database.';

create table opensti.audit_position (
  position bigint primary key,
  entry_id bigint not null unique references opensti.audit_entry (id),
  seal     bigint not null references opensti.audit_seal (number)
);
create index audit_position_seal on opensti.audit_position (seal);
comment on table opensti.audit_position is
  'The order of entries, given at sealing without gaps, because neither ids nor times tell in which order deeds took effect.';

select opensti.append_only('opensti.audit_entry');
revoke insert, update, delete, truncate on opensti.audit_seal, opensti.audit_position from opensti_app;

grant usage on schema opensti to opensti_sealer;
grant select on opensti.audit_entry to opensti_sealer;
grant select, insert on opensti.audit_seal, opensti.audit_position to opensti_sealer;
