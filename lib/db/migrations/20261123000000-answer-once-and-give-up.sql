-- Answers to repeated requests are kept so that only the sender of the key can read them, and messages that nobody
-- takes are given up and shown instead of being tried for ever.

drop table opensti.idempotency;
create table opensti.idempotency (
  actor       text not null,
  key_digest  bytea not null check (octet_length(key_digest) = 32),
  fingerprint bytea not null check (octet_length(fingerprint) = 32),
  run         uuid not null,
  operation   text not null,
  answer      bytea,
  created_at  timestamptz not null default clock_timestamp(),
  constraint idempotency_pkey primary key (actor, key_digest)
);
create index idempotency_created_at on opensti.idempotency (created_at);
comment on table opensti.idempotency is
  'Requests that have taken effect, so that a repeated one changes nothing. Written in the transaction of the effect.';
comment on column opensti.idempotency.fingerprint is 'Of the request, under the key: requests may hold passwords.';
comment on column opensti.idempotency.run is 'Which of several tries it was that took effect.';
comment on column opensti.idempotency.operation is 'The last write of that try.';
comment on column opensti.idempotency.answer is
  'Encrypted under the key, which stands nowhere here; null until the answer was made, and for ever after a crash in between.';

alter table opensti.outbox add column given_up_at timestamptz;
alter table opensti.outbox add constraint outbox_sent_or_given_up check (sent_at is null or given_up_at is null);
drop index opensti.outbox_waiting;
create index outbox_waiting on opensti.outbox (next_attempt_at, id) where sent_at is null and given_up_at is null;
create index outbox_settled on opensti.outbox (coalesce(sent_at, given_up_at)) where coalesce(sent_at, given_up_at) is not null;
comment on column opensti.outbox.payload is 'Ids only, no names, addresses or secrets: the sender looks up or derives what the letter says.';
comment on column opensti.outbox.given_up_at is 'After the last try. An administrator may have it tried again.';
