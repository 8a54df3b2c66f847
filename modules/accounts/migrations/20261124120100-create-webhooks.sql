-- Where a region's notices go besides: its gateway for short messages or the government's own messenger.

create table accounts.webhook (
  region        text primary key references accounts.region (id),
  url           text not null check (url ~ '^https?://'),
  enabled       boolean not null default false,
  kinds         text[] not null default '{}',
  secret_number int not null default 1 check (secret_number > 0),
  renewed_at    timestamptz not null default clock_timestamp(),
  changed_by    uuid references accounts.person (id),
  changed_at    timestamptz not null default clock_timestamp()
);
comment on table accounts.webhook is 'The address that a region''s administrator gave. The key that signs is derived from the installation''s secret and stands nowhere here.';
comment on column accounts.webhook.kinds is 'Which kinds of notices go there.';
comment on column accounts.webhook.secret_number is 'Counts renewals of the key; for a day the one before signs as well.';

create table accounts.webhook_try (
  id           bigint generated always as identity primary key,
  region       text not null references accounts.region (id),
  message      bigint not null,
  kind         text not null,
  attempt      int not null,
  outcome      text not null check (outcome in ('taken', 'refused', 'redirected', 'unreachable', 'timed-out', 'not-allowed')),
  status       int,
  milliseconds int not null check (milliseconds >= 0),
  at           timestamptz not null default clock_timestamp()
);
create index webhook_try_of_region on accounts.webhook_try (region, id desc);
comment on table accounts.webhook_try is 'Each try to hand a message over, without what was said to whom. Kept for thirty days.';

revoke update, truncate on accounts.webhook_try from opensti_app;
