// Written by "npm run db:types" from the migrated database. Change a migration, not this file.
import type { Json } from '@opensti/db'
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

declare module '@opensti/db/tables' {
  interface Tables {
    'accounts.fingerprint_key': AccountsFingerprintKey
    'accounts.function': AccountsFunction
    'accounts.function_held': AccountsFunctionHeld
    'accounts.invitation': AccountsInvitation
    'accounts.notice': AccountsNotice
    'accounts.notice_choice': AccountsNoticeChoice
    'accounts.organisation': AccountsOrganisation
    'accounts.outside_identity': AccountsOutsideIdentity
    'accounts.outside_try': AccountsOutsideTry
    'accounts.pending_sign_in': AccountsPendingSignIn
    'accounts.person': AccountsPerson
    'accounts.recovery': AccountsRecovery
    'accounts.recovery_code': AccountsRecoveryCode
    'accounts.region': AccountsRegion
    'accounts.region_area': AccountsRegionArea
    'accounts.role': AccountsRole
    'accounts.role_grant': AccountsRoleGrant
    'accounts.second_factor': AccountsSecondFactor
    'accounts.session': AccountsSession
    'accounts.sign_in_guard': AccountsSignInGuard
    'accounts.unit': AccountsUnit
    'accounts.unit_change': AccountsUnitChange
    'accounts.unit_change_move': AccountsUnitChangeMove
    'accounts.unit_change_side': AccountsUnitChangeSide
    'accounts.unit_member': AccountsUnitMember
    'accounts.unit_name': AccountsUnitName
    'accounts.units_loaded': AccountsUnitsLoaded
    'accounts.webhook': AccountsWebhook
    'accounts.webhook_try': AccountsWebhookTry
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

export interface AccountsNotice {
  id: GeneratedAlways<bigint>
  person: string
  /** module.what; the module has the words for it, in Chinese and English. */
  kind: string
  /** What the words leave open: names, periods, counts. */
  params: ColumnType<unknown, Json | undefined, Json>
  /** Address inside the workbench, from its root: where she can act on it. */
  link: string
  key: string
  made_at: ColumnType<Date, Date | string | undefined, Date | string>
  /** When she saw it, or when what it told of was settled. */
  seen_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
}

export interface AccountsNoticeChoice {
  person: string
  kind: string
  by_mail: boolean
}

export interface AccountsOrganisation {
  region: string
  id: Generated<string>
  name_zh: string
  name_en: Generated<string>
  /** Unified social credit code, 18 characters (GB 32100). */
  credit_code: string | null
}

export interface AccountsOutsideIdentity {
  id: Generated<string>
  person: string
  issuer: string
  subject: string
  linked_at: ColumnType<Date, Date | string | undefined, Date | string>
}

export interface AccountsOutsideTry {
  id: Generated<string>
  state_hash: Buffer
  browser_hash: Buffer
  purpose: 'sign-in' | 'link' | 'join'
  person: string | null
  invitation: string | null
  created_at: ColumnType<Date, Date | string | undefined, Date | string>
  expires_at: ColumnType<Date, Date | string, Date | string>
  used_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
}

export interface AccountsPendingSignIn {
  id: Generated<string>
  token_hash: Buffer
  person: string
  way: 'password' | 'outside' | 'link'
  tries: Generated<number>
  created_at: ColumnType<Date, Date | string | undefined, Date | string>
  expires_at: ColumnType<Date, Date | string, Date | string>
  ended_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
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
  /** The number of the office, never a private one. Shown to the planners who call late units. */
  office_phone: string | null
}

export interface AccountsRecovery {
  id: Generated<string>
  token_hash: Buffer
  person: string | null
  created_at: ColumnType<Date, Date | string | undefined, Date | string>
  expires_at: ColumnType<Date, Date | string, Date | string>
  used_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
}

export interface AccountsRecoveryCode {
  person: string
  code_hash: Buffer
  used_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
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

export interface AccountsSecondFactor {
  person: string
  secret: Buffer
  made_at: ColumnType<Date, Date | string | undefined, Date | string>
  confirmed_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  /** The 30 seconds whose code was used last: neither it nor an earlier one is taken again. */
  last_step: ColumnType<bigint | null, bigint | number | null | undefined, bigint | number | null>
}

export interface AccountsSession {
  id: Generated<string>
  token_hash: Buffer
  person: string
  created_at: ColumnType<Date, Date | string | undefined, Date | string>
  last_seen_at: ColumnType<Date, Date | string | undefined, Date | string>
  expires_at: ColumnType<Date, Date | string, Date | string>
  revoked_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  revoked_because: 'signed-out' | 'signed-in-again' | 'ended-by-owner' | 'ended-by-administrator' | 'password-changed' | 'suspended' | 'second-factor-changed' | null
  /** What the person showed when it began: a password, an identity from outside, or a link of ours. */
  way: Generated<'password' | 'outside' | 'link'>
  /** What she showed besides; null where nothing was asked. */
  second_step: 'code' | 'recovery-code' | null
  /** Browser and system, as the browser names itself: chrome/windows. */
  device: string | null
  /** The fingerprint of the network it began from; tells only whether two are the same. */
  network: Buffer | null
}

export interface AccountsSignInGuard {
  kind: 'account' | 'address' | 'recovery' | 'recovery-address' | 'outside-address'
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

export interface AccountsWebhook {
  region: string
  url: string
  enabled: Generated<boolean>
  /** Which kinds of notices go there. */
  kinds: Generated<string[]>
  /** Counts renewals of the key; for a day the one before signs as well. */
  secret_number: Generated<number>
  renewed_at: ColumnType<Date, Date | string | undefined, Date | string>
  changed_by: string | null
  changed_at: ColumnType<Date, Date | string | undefined, Date | string>
}

export interface AccountsWebhookTry {
  id: GeneratedAlways<bigint>
  region: string
  message: ColumnType<bigint, bigint | number, bigint | number>
  kind: string
  attempt: number
  outcome: 'taken' | 'refused' | 'redirected' | 'unreachable' | 'timed-out' | 'not-allowed'
  status: number | null
  milliseconds: number
  at: ColumnType<Date, Date | string | undefined, Date | string>
}
