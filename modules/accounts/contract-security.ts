import { z } from 'zod'

/** What the browser and the API see of signing in: second factor, recovery, identities from outside, level 3. */

const Names = z.object({ zh: z.string(), en: z.string() })
const Time = z.iso.datetime()
/** Longer than any password rule allows, and short enough not to keep the hash function busy. */
const Password = z.string().min(1).max(1000)
const Token = z.string().regex(/^[\w-]{20,100}$/)
/** Six digits or a recovery code, with whatever people type between them. */
const TypedCode = z.string().trim().min(1).max(60)
/** What a provider puts into an address. */
const FromProvider = z.string().min(1).max(4000)

/** What the door of this installation offers and asks for; the same for everybody. */
export const DoorView = z
  .object({
    profile: z.enum(['standard', 'level-three']),
    password: z.object({
      /** Characters at least. */
      length: z.number().int(),
      /** Of small letters, capitals, digits, others: how many kinds at least. */
      kinds: z.number().int(),
      /** Days after which it is to be changed; null for never. */
      days: z.number().int().nullable(),
    }),
    /** The identity provider that is set up here. */
    provider: z.object({ label: Names }).nullable(),
  })
  .meta({ id: 'DoorView' })
export type DoorView = z.infer<typeof DoorView>

/** The code for a sign-in that waits for it. */
export const CodeRequest = z.object({ token: Token, code: TypedCode }).meta({ id: 'CodeRequest' })
export type CodeRequest = z.infer<typeof CodeRequest>

/** What only her password may do. */
export const PasswordRequest = z.object({ currentPassword: Password }).meta({ id: 'PasswordRequest' })
export type PasswordRequest = z.infer<typeof PasswordRequest>

/** What password and code may do together. */
export const PasswordAndCodeRequest = z
  .object({ currentPassword: Password, code: TypedCode })
  .meta({ id: 'PasswordAndCodeRequest' })
export type PasswordAndCodeRequest = z.infer<typeof PasswordAndCodeRequest>

export const SecondFactorOffered = z
  .object({
    /** In groups of four, to type. */
    secret: z.string(),
    /** otpauth://totp/…, for the picture. */
    address: z.string(),
  })
  .meta({ id: 'SecondFactorOffered' })
export type SecondFactorOffered = z.infer<typeof SecondFactorOffered>

export const ConfirmSecondFactorRequest = z.object({ code: TypedCode }).meta({ id: 'ConfirmSecondFactorRequest' })

/** Shown once. */
export const RecoveryCodeList = z.object({ codes: z.array(z.string()) }).meta({ id: 'RecoveryCodeList' })
export type RecoveryCodeList = z.infer<typeof RecoveryCodeList>

/** How one's own account is secured. */
export const OwnSecurityView = z
  .object({
    secondFactor: z.object({
      on: z.boolean(),
      since: Time.nullable(),
      /** Recovery codes not used yet. */
      codesLeft: z.number().int(),
      /** Whether a role of hers wants one. */
      needed: z.boolean(),
    }),
    password: z.object({
      changedAt: Time,
      /** From when it has to be changed first; null where it never has. */
      dueAt: Time.nullable(),
    }),
    /** Since when her account is linked to the identity provider; null when it is not. */
    identity: z.object({ since: Time }).nullable(),
  })
  .meta({ id: 'OwnSecurityView' })
export type OwnSecurityView = z.infer<typeof OwnSecurityView>

export const AskRecoveryRequest = z
  .object({
    signInName: z
      .string()
      .trim()
      .min(1)
      .max(64)
      .regex(/^[^\p{Cc}\p{Cf}]*$/u),
  })
  .meta({ id: 'AskRecoveryRequest' })
export const LookAtRecoveryRequest = z.object({ token: Token })
export const OfferedRecovery = z
  .object({ name: z.string(), signInName: z.string(), expiresAt: Time })
  .meta({ id: 'OfferedRecovery' })
export type OfferedRecovery = z.infer<typeof OfferedRecovery>
export const AcceptRecoveryRequest = z
  .object({ token: Token, password: Password })
  .meta({ id: 'AcceptRecoveryRequest' })

/** To the identity provider; with the token of an invitation to take that up. */
export const StartErrandRequest = z.object({ invitation: Token.optional() }).meta({ id: 'StartErrandRequest' })
export const StartedErrand = z
  .object({
    /** Where the browser goes. */
    address: z.string(),
    /** To be brought back: by it the browser shows that it is the one that went. */
    token: z.string(),
  })
  .meta({ id: 'StartedErrand' })
export type StartedErrand = z.infer<typeof StartedErrand>

/** Where the browser goes next so that the identity provider ends its session too; null where that is not wished for. */
export const ClosedSession = z.object({ address: z.string().nullable() }).meta({ id: 'ClosedSession' })
export type ClosedSession = z.infer<typeof ClosedSession>

/** What stood in the address to which the provider sent the browser back. */
export const FinishErrandRequest = z
  .object({
    token: Token,
    state: FromProvider,
    code: FromProvider.optional(),
    /** Who answered: `iss` of RFC 9207. */
    issuer: FromProvider.optional(),
    error: z.string().max(200).optional(),
  })
  .meta({ id: 'FinishErrandRequest' })
export type FinishErrandRequest = z.infer<typeof FinishErrandRequest>

/** One thing that the national level-3 scheme wants, and how it stands here. */
export const LevelClause = z
  .object({
    /** Of GB/T 22239-2019. */
    clause: z.string(),
    group: Names,
    title: Names,
    /** How it is met, or what is still to be done. */
    text: Names,
    state: z.enum(['met', 'partly', 'not-met', 'operator']),
  })
  .meta({ id: 'LevelClause' })
export type LevelClause = z.infer<typeof LevelClause>
export const LevelClauseList = z
  .object({ profile: z.enum(['standard', 'level-three']), items: z.array(LevelClause) })
  .meta({ id: 'LevelClauseList' })
export type LevelClauseList = z.infer<typeof LevelClauseList>
