-- Signing in grown up: a second factor, recovery, identities from outside. Secrets are encrypted or kept as digests, under
-- keys that stand outside the database: a copy of it opens nothing.

create table accounts.second_factor (
  person       uuid primary key references accounts.person (id),
  secret       bytea not null check (octet_length(secret) between 40 and 100),
  made_at      timestamptz not null default clock_timestamp(),
  confirmed_at timestamptz,
  last_step    bigint,
  constraint second_factor_confirmed_by_a_code check ((confirmed_at is null) = (last_step is null))
);
comment on table accounts.second_factor is 'The secret that a person''s authenticator shares with the house (RFC 6238), encrypted under the installation''s key. It counts once confirmed by a code.';
comment on column accounts.second_factor.last_step is 'The 30 seconds whose code was used last: neither it nor an earlier one is taken again.';

create table accounts.recovery_code (
  person    uuid not null references accounts.person (id),
  code_hash bytea not null check (octet_length(code_hash) = 32),
  used_at   timestamptz,
  primary key (person, code_hash)
);
comment on table accounts.recovery_code is 'Codes on paper for the day the phone is lost, each good once; kept as digests under the installation''s key.';

create table accounts.pending_sign_in (
  id         uuid primary key default gen_random_uuid(),
  token_hash bytea not null check (octet_length(token_hash) = 32),
  person     uuid not null references accounts.person (id),
  way        text not null check (way in ('password', 'outside', 'link')),
  tries      smallint not null default 0 check (tries between 0 and 5),
  created_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  ended_at   timestamptz,
  constraint pending_sign_in_token unique (token_hash),
  constraint pending_sign_in_expires_after_it_began check (expires_at > created_at)
);
create index pending_sign_in_of_person on accounts.pending_sign_in (person) where ended_at is null;
comment on table accounts.pending_sign_in is 'A sign-in whose password was right and whose code is awaited. It opens nothing and lasts some minutes.';

create table accounts.recovery (
  id         uuid primary key default gen_random_uuid(),
  token_hash bytea not null check (octet_length(token_hash) = 32),
  person     uuid references accounts.person (id),
  created_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  used_at    timestamptz,
  constraint recovery_token unique (token_hash),
  constraint recovery_expires_after_it_began check (expires_at > created_at)
);
create index recovery_of_person on accounts.recovery (person) where used_at is null;
comment on table accounts.recovery is 'A link for a forgotten password, good once and for half an hour. A row is made for unknown names too, so that they cost the same.';

create table accounts.outside_identity (
  id        uuid primary key default gen_random_uuid(),
  person    uuid not null references accounts.person (id),
  issuer    text not null check (issuer <> ''),
  subject   text not null check (subject <> ''),
  linked_at timestamptz not null default clock_timestamp(),
  constraint outside_identity_of_one_person unique (issuer, subject),
  constraint outside_identity_one_of_an_issuer unique (person, issuer)
);
comment on table accounts.outside_identity is 'Someone as an identity provider knows her (OpenID Connect issuer and subject), linked by herself. An e-mail address never links.';

create table accounts.outside_try (
  id           uuid primary key default gen_random_uuid(),
  state_hash   bytea not null check (octet_length(state_hash) = 32),
  browser_hash bytea not null check (octet_length(browser_hash) = 32),
  purpose      text not null check (purpose in ('sign-in', 'link', 'join')),
  person       uuid references accounts.person (id),
  invitation   uuid references accounts.invitation (id) on delete cascade,
  created_at   timestamptz not null default clock_timestamp(),
  expires_at   timestamptz not null,
  used_at      timestamptz,
  constraint outside_try_state unique (state_hash),
  constraint outside_try_for_whom check ((purpose = 'link') = (person is not null) and (purpose = 'join') = (invitation is not null))
);
create index outside_try_age on accounts.outside_try (expires_at);
comment on table accounts.outside_try is 'Somebody on her way to the identity provider and back: one browser, one state, once, for ten minutes.';

alter table accounts.sign_in_guard drop constraint sign_in_guard_kind_check;
alter table accounts.sign_in_guard add constraint sign_in_guard_kind_check
  check (kind in ('account', 'address', 'recovery', 'recovery-address', 'outside-address'));

alter table accounts.session
  add column way text not null default 'password' constraint session_way check (way in ('password', 'outside', 'link')),
  add column second_step text constraint session_second_step check (second_step in ('code', 'recovery-code')),
  add column device text constraint session_device check (device ~ '^[a-z0-9]{1,20}/[a-z0-9]{1,20}$'),
  add column network bytea constraint session_network check (octet_length(network) = 32);
comment on column accounts.session.way is 'What the person showed when it began: a password, an identity from outside, or a link of ours.';
comment on column accounts.session.second_step is 'What she showed besides; null where nothing was asked.';
comment on column accounts.session.device is 'Browser and system, as the browser names itself: chrome/windows.';
comment on column accounts.session.network is 'The fingerprint of the network it began from; tells only whether two are the same.';
alter table accounts.session drop constraint session_reason;
alter table accounts.session add constraint session_reason check (
  revoked_because in ('signed-out', 'signed-in-again', 'ended-by-owner', 'ended-by-administrator', 'password-changed', 'suspended', 'second-factor-changed')
);

-- What a person has to do before her roles count is told by the same look. `guarded` are the roles that want a second factor.
drop function accounts.signed_in(bytea, interval);
create function accounts.signed_in(token bytea, idle interval, guarded text[])
returns table (
  session uuid, person uuid, name text, must_change_password boolean, seen_long_ago boolean,
  password_days double precision, lacks_factor boolean, grants jsonb
)
language plpgsql stable as $$
begin
  return query
    select s.id, p.id, p.name, p.must_change_password, s.last_seen_at < clock_timestamp() - interval '1 minute',
      extract(epoch from clock_timestamp() - p.password_changed_at)::double precision / 86400,
      cardinality(guarded) > 0
        and exists (
          select from accounts.role_grant g
          where g.person = p.id and g.revoked_at is null and g.role = any (guarded)
        )
        and not exists (select from accounts.second_factor f where f.person = p.id and f.confirmed_at is not null),
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
comment on function accounts.signed_in is 'Who holds this session now, with the roles she holds now and what she still has to do for them; nothing when it has ended.';
