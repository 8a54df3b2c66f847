-- People, what they may do and for whom.

create extension if not exists btree_gist;

create table accounts.organisation (
  region      text not null references accounts.region (id),
  id          uuid primary key default gen_random_uuid(),
  name_zh     text not null check (name_zh <> ''),
  name_en     text not null default '',
  credit_code text check (credit_code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
  constraint organisation_of_region unique (region, id),
  constraint organisation_named_once unique (region, name_zh)
);
create unique index organisation_credit_code on accounts.organisation (credit_code);
comment on table accounts.organisation is 'An enterprise, institute or school whose people use the system. Government units stand in accounts.unit.';
comment on column accounts.organisation.credit_code is 'Unified social credit code, 18 characters (GB 32100).';

create table accounts.person (
  region               text not null references accounts.region (id),
  id                   uuid primary key default gen_random_uuid(),
  name                 text not null check (name <> ''),
  name_en              text not null default '',
  sign_in_name         text not null,
  email                text,
  unit                 text,
  organisation         uuid,
  password_hash        text not null,
  password_changed_at  timestamptz not null default clock_timestamp(),
  must_change_password boolean not null default false,
  status               text not null default 'active' check (status in ('active', 'suspended')),
  created_at           timestamptz not null default clock_timestamp(),
  constraint person_sign_in_name_taken unique (sign_in_name),
  constraint person_sign_in_name_shape check (sign_in_name ~ '^[a-z0-9][a-z0-9._@-]{1,63}$'),
  constraint person_password_is_hashed check (starts_with(password_hash, '$argon2id$')),
  constraint person_unit_in_region foreign key (region, unit) references accounts.unit (region, id),
  constraint person_organisation_in_region foreign key (region, organisation) references accounts.organisation (region, id)
);
create index person_of_region on accounts.person (region, name);
comment on table accounts.person is 'Someone who can sign in. The security administrator of the home region looks after the account.';
comment on column accounts.person.must_change_password is 'While it is set the person has no roles, so that a password chosen by others opens nothing.';

create table accounts.role (
  code           text primary key,
  role_group     text not null check (role_group in ('business', 'administration')),
  scope          text not null check (scope in ('region', 'unit')),
  position       smallint not null unique,
  name_zh        text not null,
  name_en        text not null,
  description_zh text not null,
  description_en text not null,
  unique (code, role_group, scope)
);
comment on table accounts.role is 'What one can be in the office. The policy table says what each may do.';
comment on column accounts.role.scope is 'unit: held for one unit only; region: held for the whole region.';

insert into accounts.role (position, code, role_group, scope, name_zh, name_en, description_zh, description_en) values
  (1, 'planner', 'business', 'region', '规划员', 'Planner',
   '读入规划文件，确认指标、目标和任务', 'Reads plan documents and confirms indicators, targets and tasks'),
  (2, 'reporter', 'business', 'unit', '填报员', 'Reporter',
   '填报本单位负责的数据', 'Reports the values that her unit answers for'),
  (3, 'checker', 'business', 'region', '审核员', 'Checker',
   '核对填报的数据，通过或退回', 'Checks what is reported, approves or returns it'),
  (4, 'unit-leader', 'business', 'unit', '单位负责人', 'Unit leader',
   '查看并签发本单位的事项', 'Sees and signs what concerns the unit'),
  (5, 'supervisor', 'business', 'region', '督查员', 'Supervisor',
   '督查全部任务的进展', 'Follows how all tasks go forward'),
  (6, 'system-administrator', 'administration', 'region', '系统管理员', 'System administrator',
   '维护系统运行，不接触业务数据', 'Keeps the system running without seeing the office''s data'),
  (7, 'security-administrator', 'administration', 'region', '安全管理员', 'Security administrator',
   '邀请人员，授予和收回角色，终止会话', 'Invites people, grants and revokes roles, ends sessions'),
  (8, 'auditor', 'administration', 'region', '审计管理员', 'Auditor',
   '查看和验证审计记录', 'Reads and verifies the audit log');

create table accounts.role_grant (
  region     text not null references accounts.region (id),
  id         uuid primary key default gen_random_uuid(),
  person     uuid not null references accounts.person (id),
  role       text not null,
  role_group text not null,
  role_scope text not null,
  unit       text,
  granted_by uuid references accounts.person (id),
  valid_from timestamptz not null default clock_timestamp(),
  revoked_at timestamptz,
  revoked_by uuid references accounts.person (id),
  constraint role_grant_role foreign key (role, role_group, role_scope) references accounts.role (code, role_group, scope),
  constraint role_grant_unit_in_region foreign key (region, unit) references accounts.unit (region, id),
  constraint role_grant_names_unit check (role_scope = 'region' or unit is not null),
  constraint role_grant_not_to_oneself check (granted_by is distinct from person),
  constraint role_grant_ends_after_it_began check (revoked_at >= valid_from),
  -- System, security and audit administration are never in one hand: not in two regions, and at no time.
  constraint role_grant_one_administrator_role exclude using gist (
    person with =, role with <>, tstzrange(valid_from, revoked_at) with &&
  ) where (role_group = 'administration')
);
create unique index role_grant_held_once on accounts.role_grant (region, person, role, unit) nulls not distinct
  where revoked_at is null;
create index role_grant_of_person on accounts.role_grant (person) where revoked_at is null;
comment on table accounts.role_grant is 'A role that a person holds in a region, for a unit where the role asks for one. Revoked rows stay as history.';
comment on column accounts.role_grant.granted_by is 'Null where the installation itself gave it, at set-up.';

-- A grant is given and taken away; nothing else about it ever changes.
revoke update, delete, truncate on accounts.role_grant from opensti_app;
grant update (revoked_at, revoked_by) on accounts.role_grant to opensti_app;
revoke insert, update, delete, truncate on accounts.role from opensti_app;
revoke delete, truncate on accounts.person from opensti_app;
