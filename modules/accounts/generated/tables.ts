// Written by "npm run db:types" from the migrated database. Change a migration, not this file.
import type { Json } from '@opensti/db'
import type { ColumnType, Generated } from 'kysely'

declare module '@opensti/db/tables' {
  interface Tables {
    'accounts.fingerprint_key': AccountsFingerprintKey
    'accounts.function': AccountsFunction
    'accounts.function_held': AccountsFunctionHeld
    'accounts.invitation': AccountsInvitation
    'accounts.organisation': AccountsOrganisation
    'accounts.person': AccountsPerson
    'accounts.region': AccountsRegion
    'accounts.region_area': AccountsRegionArea
    'accounts.role': AccountsRole
    'accounts.role_grant': AccountsRoleGrant
    'accounts.session': AccountsSession
    'accounts.sign_in_guard': AccountsSignInGuard
    'accounts.unit': AccountsUnit
    'accounts.unit_change': AccountsUnitChange
    'accounts.unit_change_move': AccountsUnitChangeMove
    'accounts.unit_change_side': AccountsUnitChangeSide
    'accounts.unit_member': AccountsUnitMember
    'accounts.unit_name': AccountsUnitName
    'accounts.units_loaded': AccountsUnitsLoaded
  }
}

export interface AccountsFingerprintKey {
  only_one: Generated<boolean>
  key: Buffer
}

export interface AccountsFunction {
  region: string
  id: string
  name_zh: string
  name_en: string
}

export interface AccountsFunctionHeld {
  function: string
  unit: string
  from_date: string | null
  until_date: string | null
}

export interface AccountsInvitation {
  region: string
  id: Generated<string>
  token_hash: Buffer
  purpose: 'join' | 'new-password'
  name: string
  sign_in_name: string
  email: string | null
  role: string | null
  unit: string | null
  invited_by: string | null
  created_at: ColumnType<Date, Date | string | undefined, Date | string>
  expires_at: ColumnType<Date, Date | string, Date | string>
  used_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  withdrawn_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  person: string | null
}

export interface AccountsOrganisation {
  region: string
  id: Generated<string>
  name_zh: string
  name_en: Generated<string>
  /** Unified social credit code, 18 characters (GB 32100). */
  credit_code: string | null
}

export interface AccountsPerson {
  region: string
  id: Generated<string>
  name: string
  name_en: Generated<string>
  sign_in_name: string
  email: string | null
  unit: string | null
  organisation: string | null
  password_hash: string
  password_changed_at: ColumnType<Date, Date | string | undefined, Date | string>
  /** While it is set the person has no roles, so that a password chosen by others opens nothing. */
  must_change_password: Generated<boolean>
  status: Generated<'active' | 'suspended'>
  created_at: ColumnType<Date, Date | string | undefined, Date | string>
}

export interface AccountsRegion {
  id: string
  parent: string | null
  kind: 'country' | 'province' | 'area' | 'city' | 'county'
  name_zh: string
  name_en: string
  code: string | null
  /** Time zone, weekend, holidays and shifted working days; null where the parent's holds. */
  calendar: ColumnType<unknown, Json | null | undefined, Json | null>
  /** A made-up place, shown as such wherever it appears. */
  invented: Generated<boolean>
}

export interface AccountsRegionArea {
  region: string
  area: string
}

export interface AccountsRole {
  code: string
  role_group: 'business' | 'administration'
  /** unit: held for one unit only; region: held for the whole region. */
  scope: 'region' | 'unit'
  position: number
  name_zh: string
  name_en: string
  description_zh: string
  description_en: string
}

export interface AccountsRoleGrant {
  region: string
  id: Generated<string>
  person: string
  role: string
  role_group: string
  role_scope: string
  unit: string | null
  /** Null where the installation itself gave it, at set-up. */
  granted_by: string | null
  valid_from: ColumnType<Date, Date | string | undefined, Date | string>
  revoked_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  revoked_by: string | null
}

export interface AccountsSession {
  id: Generated<string>
  token_hash: Buffer
  person: string
  created_at: ColumnType<Date, Date | string | undefined, Date | string>
  last_seen_at: ColumnType<Date, Date | string | undefined, Date | string>
  expires_at: ColumnType<Date, Date | string, Date | string>
  revoked_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  revoked_because: 'signed-out' | 'signed-in-again' | 'ended-by-owner' | 'ended-by-administrator' | 'password-changed' | 'suspended' | null
}

export interface AccountsSignInGuard {
  kind: 'account' | 'address'
  key: Buffer
  failures: number
  last_failure_at: ColumnType<Date, Date | string, Date | string>
}

export interface AccountsUnit {
  region: string
  id: string
  level: 'country' | 'province' | 'city' | 'district'
  kind: string
  from_date: string | null
  until_date: string | null
  /** Its place in the content of its region. */
  position: Generated<number>
}

export interface AccountsUnitChange {
  region: string
  id: string
  kind: 'rename' | 'merge' | 'split' | 'transfer'
  date: string
  note_zh: string | null
  note_en: string | null
  verified: 'official' | 'source' | 'unverified'
}

export interface AccountsUnitChangeMove {
  change: string
  function: string
  from_unit: string
  to_unit: string
}

export interface AccountsUnitChangeSide {
  change: string
  side: 'from' | 'to'
  unit: string
}

export interface AccountsUnitMember {
  unit_group: string
  member: string
}

export interface AccountsUnitName {
  unit: string
  position: number
  name_zh: string
  name_en: string
  short: Generated<string[]>
  from_date: string | null
  until_date: string | null
}

export interface AccountsUnitsLoaded {
  only_one: Generated<boolean>
  version: Generated<string>
  digest: string
}
