import { z } from 'zod'

/** What the browser and the API see of accounts. Times are ISO text in UTC; names stand in both languages. */

const Names = z.object({ zh: z.string(), en: z.string() })
const Time = z.iso.datetime()
const RegionId = z.string().regex(/^[a-z0-9-]{1,60}$/)
const UnitId = z.string().regex(/^[a-z0-9-]{1,60}\/[a-z0-9-]{1,60}$/)
const RoleCode = z.string().regex(/^[a-z-]{1,60}$/)
/** No control and no invisible characters: they hide what a name really says, and the database refuses NUL. */
const visible = /^[^\p{Cc}\p{Cf}]*$/u
const unseen = '含有看不见的字符 contains characters that cannot be seen'
const SignInName = z.string().trim().min(2).max(64).regex(visible, unseen)
const NewSignInName = z
  .string()
  .trim()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9._@-]{1,63}$/,
    '用 2 至 64 个字母、数字或 . _ @ -，以字母或数字开头 2 to 64 letters, digits or . _ @ -, beginning with a letter or digit',
  )
/** Longer than any password rule allows, and short enough not to keep the hash function busy. */
const Password = z.string().min(1).max(1000)
const Token = z.string().regex(/^[\w-]{20,100}$/)

export const PersonParams = z.object({ personId: z.uuid() })
export const SessionParams = z.object({ sessionId: z.uuid() })
export const GrantParams = z.object({ grantId: z.uuid() })
export const InvitationParams = z.object({ invitationId: z.uuid() })
export const RegionQuery = z.object({ region: RegionId })
export const UnitQuery = z.object({ region: RegionId.optional() })

export const SignInRequest = z.object({ signInName: SignInName, password: Password }).meta({ id: 'SignInRequest' })
export type SignInRequest = z.infer<typeof SignInRequest>

export const GrantView = z
  .object({
    id: z.uuid(),
    role: z.string(),
    roleName: Names,
    regionId: RegionId,
    unit: z.object({ id: UnitId, name: Names }).nullable(),
    from: Time,
  })
  .meta({ id: 'GrantView' })
export type GrantView = z.infer<typeof GrantView>

/** Browser and system as the browser named itself, for which the screens have names. */
const DeviceView = z.object({ browser: z.string(), system: z.string() }).meta({ id: 'DeviceView' })

/** The person who is signed in, as she sees herself. */
export const Profile = z
  .object({
    id: z.uuid(),
    name: Names,
    signInName: z.string(),
    regionId: RegionId,
    unit: z.object({ id: UnitId, name: Names }).nullable(),
    /** While true she has no roles and is asked for a new password first. */
    mustChangePassword: z.boolean(),
    /** What she has to do before her roles count; null when they do. */
    first: z.enum(['password-of-others', 'password-too-old', 'second-factor']).nullable(),
    /** When and by what she was signed in before this time, where the installation tells it at every sign-in. */
    lastSignIn: z.object({ at: Time, device: DeviceView.nullable(), sameNetwork: z.boolean().nullable() }).nullable(),
    grants: z.array(GrantView),
  })
  .meta({ id: 'Profile' })
export type Profile = z.infer<typeof Profile>

/** Who is asking, and which actions she might be allowed; for menus and buttons, never for a decision. */
export const CurrentSession = z
  .object({ person: Profile.nullable(), actions: z.array(z.string()), demonstration: z.boolean() })
  .meta({ id: 'CurrentSession' })
export type CurrentSession = z.infer<typeof CurrentSession>

/** Whoever asks to come in is inside, or waits for a code: then nobody is signed in yet. */
export const EntryView = CurrentSession.extend({
  /** By this token the code is handed in. */
  secondStep: z.object({ token: Token, expiresAt: Time }).nullable(),
}).meta({ id: 'EntryView' })
export type EntryView = z.infer<typeof EntryView>

/** Back from the identity provider: in one's session still after linking, else as at the door. */
export const FinishedErrandView = EntryView.extend({ purpose: z.enum(['sign-in', 'join', 'link']) }).meta({
  id: 'FinishedErrandView',
})
export type FinishedErrandView = z.infer<typeof FinishedErrandView>

export const ChangePasswordRequest = z
  .object({ currentPassword: Password, newPassword: Password })
  .meta({ id: 'ChangePasswordRequest' })
export type ChangePasswordRequest = z.infer<typeof ChangePasswordRequest>

export const SessionView = z
  .object({
    id: z.uuid(),
    current: z.boolean(),
    /** What was shown: a password, an identity from outside, a link of ours; and after it a code. */
    way: z.enum(['password', 'outside', 'link']),
    secondStep: z.enum(['code', 'recovery-code']).nullable(),
    device: DeviceView.nullable(),
    /** Whether it began from the network of the session that asks; null where that is not known. */
    sameNetwork: z.boolean().nullable(),
    startedAt: Time,
    lastSeenAt: Time,
    expiresAt: Time,
  })
  .meta({ id: 'SessionView' })
export type SessionView = z.infer<typeof SessionView>
export const SessionList = z.object({ sessions: z.array(SessionView) })

export const EndedSessions = z.object({ ended: z.number().int() })
export type EndedSessions = z.infer<typeof EndedSessions>

export const PersonRow = z
  .object({
    id: z.uuid(),
    name: Names,
    signInName: z.string(),
    unit: z.object({ id: UnitId, name: Names }).nullable(),
    organisation: Names.nullable(),
    status: z.enum(['active', 'suspended']),
    /** Until when signing in pauses after wrong tries. */
    lockedUntil: Time.nullable(),
    sessions: z.number().int(),
    /** Whether a second factor is on. */
    secondFactor: z.boolean(),
    grants: z.array(GrantView),
  })
  .meta({ id: 'PersonRow' })
export type PersonRow = z.infer<typeof PersonRow>
export const PersonList = z.object({ people: z.array(PersonRow) })

export const PersonView = PersonRow.omit({ sessions: true })
  .extend({ regionId: RegionId, email: z.string().nullable(), sessions: z.array(SessionView) })
  .meta({ id: 'PersonView' })
export type PersonView = z.infer<typeof PersonView>

export const InvitePersonRequest = z
  .object({
    regionId: RegionId,
    name: z.string().trim().min(1).max(60).regex(visible, unseen),
    signInName: NewSignInName,
    email: z.email().max(200).nullable().default(null),
    role: RoleCode.nullable().default(null),
    unitId: UnitId.nullable().default(null),
  })
  .meta({ id: 'InvitePersonRequest' })
export type InvitePersonRequest = z.infer<typeof InvitePersonRequest>

export const MadeInvitation = z
  .object({
    id: z.uuid(),
    expiresAt: Time,
    /** Shown once, to hand over, in the demonstration; null where the invitation goes by e-mail. */
    link: z.string().nullable(),
  })
  .meta({ id: 'MadeInvitation' })
export type MadeInvitation = z.infer<typeof MadeInvitation>

export const InvitationRow = z
  .object({
    id: z.uuid(),
    purpose: z.enum(['join', 'new-password']),
    name: z.string(),
    signInName: z.string(),
    role: z.string().nullable(),
    unitId: UnitId.nullable(),
    state: z.enum(['open', 'used', 'withdrawn', 'expired']),
    createdAt: Time,
    expiresAt: Time,
  })
  .meta({ id: 'InvitationRow' })
export type InvitationRow = z.infer<typeof InvitationRow>
export const InvitationList = z.object({ invitations: z.array(InvitationRow) })

export const LookAtInvitationRequest = z.object({ token: Token })
export const OfferedInvitation = z
  .object({ purpose: z.enum(['join', 'new-password']), name: z.string(), signInName: z.string(), expiresAt: Time })
  .meta({ id: 'OfferedInvitation' })
export type OfferedInvitation = z.infer<typeof OfferedInvitation>

export const AcceptInvitationRequest = z
  .object({ token: Token, password: Password })
  .meta({ id: 'AcceptInvitationRequest' })
export type AcceptInvitationRequest = z.infer<typeof AcceptInvitationRequest>

export const GrantRoleRequest = z
  .object({ regionId: RegionId, personId: z.uuid(), role: RoleCode, unitId: UnitId.nullable().default(null) })
  .meta({ id: 'GrantRoleRequest' })
export type GrantRoleRequest = z.infer<typeof GrantRoleRequest>
export const GrantedRole = z.object({ grantId: z.uuid() })

export const RoleView = z
  .object({
    code: z.string(),
    group: z.enum(['business', 'administration']),
    scope: z.enum(['region', 'unit']),
    name: Names,
    description: Names,
  })
  .meta({ id: 'RoleView' })
export type RoleView = z.infer<typeof RoleView>
export const RoleList = z.object({ roles: z.array(RoleView) })

export const RegionEntry = z
  .object({ id: RegionId, name: Names, kind: z.string(), parentId: RegionId.nullable(), invented: z.boolean() })
  .meta({ id: 'RegionEntry' })
export type RegionEntry = z.infer<typeof RegionEntry>
export const RegionList = z.object({ regions: z.array(RegionEntry) })

export const UnitEntry = z
  .object({
    id: UnitId,
    regionId: RegionId,
    name: Names,
    shortName: Names,
    level: z.string(),
    kind: z.string(),
    from: z.string().nullable(),
    until: z.string().nullable(),
  })
  .meta({ id: 'UnitEntry' })
export type UnitEntry = z.infer<typeof UnitEntry>
export const UnitList = z.object({ units: z.array(UnitEntry) })

export * from './contract-audit.ts'
export * from './contract-demonstration.ts'
export * from './contract-notices.ts'
export * from './contract-security.ts'
export * from './contract-webhooks.ts'
