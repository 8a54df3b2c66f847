-- Invitations, sessions and the brake on guessing. Tokens are kept as digests only: a copy of the database opens nothing.

create table accounts.invitation (
  region       text not null references accounts.region (id),
  id           uuid primary key default gen_random_uuid(),
  token_hash   bytea not null check (octet_length(token_hash) = 32),
  purpose      text not null check (purpose in ('join', 'new-password')),
  name         text not null check (name <> ''),
  sign_in_name text not null check (sign_in_name ~ '^[a-z0-9][a-z0-9._@-]{1,63}$'),
  email        text,
  role         text references accounts.role (code),
  unit         text,
  invited_by   uuid references accounts.person (id),
  created_at   timestamptz not null default clock_timestamp(),
  expires_at   timestamptz not null,
  used_at      timestamptz,
  withdrawn_at timestamptz,
  person       uuid references accounts.person (id),
  constraint invitation_token unique (token_hash),
  constraint invitation_unit_in_region foreign key (region, unit) references accounts.unit (region, id),
  constraint invitation_expires_after_it_began check (expires_at > created_at),
  constraint invitation_is_used_or_withdrawn check (used_at is null or withdrawn_at is null),
  constraint invitation_used_by_someone check (used_at is null or person is not null),
  constraint invitation_for_whom check (purpose = 'join' or person is not null)
);
create unique index invitation_open_once on accounts.invitation (sign_in_name)
  where used_at is null and withdrawn_at is null;
create index invitation_of_region on accounts.invitation (region, created_at);
comment on table accounts.invitation is 'A link, good once and for some days, by which someone gets an account, or a new password for hers.';

revoke update, delete, truncate on accounts.invitation from opensti_app;
grant update (used_at, withdrawn_at, person) on accounts.invitation to opensti_app;

create table accounts.session (
  id              uuid primary key default gen_random_uuid(),
  token_hash      bytea not null check (octet_length(token_hash) = 32),
  person          uuid not null references accounts.person (id),
  created_at      timestamptz not null default clock_timestamp(),
  last_seen_at    timestamptz not null default clock_timestamp(),
  expires_at      timestamptz not null,
  revoked_at      timestamptz,
  revoked_because text,
  constraint session_token unique (token_hash),
  constraint session_expires_after_it_began check (expires_at > created_at),
  constraint session_revoked_for_a_reason check ((revoked_at is null) = (revoked_because is null)),
  constraint session_reason check (
    revoked_because in ('signed-out', 'signed-in-again', 'ended-by-owner', 'ended-by-administrator', 'password-changed', 'suspended')
  )
);
create index session_of_person on accounts.session (person) where revoked_at is null;
comment on table accounts.session is 'One browser that someone is signed in with. It ends when it is idle, old or revoked, with the next request.';

revoke update on accounts.session from opensti_app;
grant update (last_seen_at, revoked_at, revoked_because) on accounts.session to opensti_app;

create table accounts.sign_in_guard (
  kind            text not null check (kind in ('account', 'address')),
  key             bytea not null check (octet_length(key) = 32),
  failures        integer not null check (failures >= 0),
  last_failure_at timestamptz not null,
  primary key (kind, key)
);
create index sign_in_guard_age on accounts.sign_in_guard (last_failure_at);
comment on table accounts.sign_in_guard is 'Failed sign-ins in a row, by account name (whether it exists or not) and by address. Names and addresses stand here as fingerprints.';

create table accounts.fingerprint_key (
  only_one boolean primary key default true check (only_one),
  key      bytea not null check (octet_length(key) = 32)
);
comment on table accounts.fingerprint_key is 'Keeps fingerprints of names and addresses from being looked up in a dictionary by readers of an exported log.';
insert into accounts.fingerprint_key (key)
  select sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8'));
revoke insert, update, delete, truncate on accounts.fingerprint_key from opensti_app;

-- One indexed look per request; a function, because its plan is kept by the connection.
create function accounts.signed_in(token bytea, idle interval)
returns table (session uuid, person uuid, name text, must_change_password boolean, seen_long_ago boolean, grants jsonb)
language plpgsql stable as $$
begin
  return query
    select s.id, p.id, p.name, p.must_change_password, s.last_seen_at < clock_timestamp() - interval '1 minute',
      coalesce((
        select jsonb_agg(jsonb_build_object('role', g.role, 'regionId', g.region, 'unitId', g.unit) order by g.region, g.role, g.unit)
        from accounts.role_grant g
        where g.person = p.id and g.revoked_at is null and g.valid_from <= clock_timestamp()
      ), '[]'::jsonb)
    from accounts.session s
    join accounts.person p on p.id = s.person
    where s.token_hash = signed_in.token
      and s.revoked_at is null
      and s.expires_at > clock_timestamp()
      and s.last_seen_at > clock_timestamp() - signed_in.idle
      and p.status = 'active';
end $$;
comment on function accounts.signed_in is 'Who holds this session now, with the roles she holds now; nothing when it has ended.';
