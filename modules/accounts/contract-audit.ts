import { z } from 'zod'

/** What auditors and system administrators see. Entries hold ids and field names, never personal data. */

const Time = z.iso.datetime()
const Names = z.object({ zh: z.string(), en: z.string() })

export const AuditQuery = z.object({
  region: z.string().regex(/^[a-z0-9-]{1,60}$/),
  action: z
    .string()
    .regex(/^[a-z.-]{1,80}$/)
    .optional(),
  actor: z
    .string()
    .regex(/^[\w:-]{1,80}$/)
    .optional(),
  objectKind: z
    .string()
    .regex(/^[a-z-]{1,60}$/)
    .optional(),
  objectId: z
    .string()
    .regex(/^[\w:./-]{1,200}$/)
    .optional(),
  from: Time.optional(),
  until: Time.optional(),
  /** The `next` of the page before. */
  before: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type AuditQuery = z.infer<typeof AuditQuery>

export const AuditRow = z
  .object({
    id: z.string(),
    at: Time,
    actorId: z.string().nullable(),
    /** A person, or the system and what it was doing; null for visitors and for people who are gone. */
    actorName: Names.nullable(),
    action: z.string(),
    regionId: z.string().nullable(),
    objectKind: z.string().nullable(),
    objectId: z.string().nullable(),
    detail: z.record(z.string(), z.unknown()),
    requestId: z.string().nullable(),
    /** The seal that covers it; null for the newest entries. */
    seal: z.number().int().nullable(),
  })
  .meta({ id: 'AuditRow' })
export type AuditRow = z.infer<typeof AuditRow>

export const AuditPage = z.object({ entries: z.array(AuditRow), next: z.string().nullable() }).meta({ id: 'AuditPage' })
export type AuditPage = z.infer<typeof AuditPage>

export const AuditStatus = z
  .object({
    head: z
      .object({
        seal: z.number().int(),
        entries: z.number().int(),
        digest: z.string(),
        sealedAt: Time,
      })
      .nullable(),
    unsealed: z.object({ entries: z.number().int(), oldestAt: Time.nullable() }),
  })
  .meta({ id: 'AuditStatus' })
export type AuditStatus = z.infer<typeof AuditStatus>

export const AuditVerdict = z
  .object({
    intact: z.boolean(),
    seals: z.number().int(),
    sealedEntries: z.number().int(),
    unsealedEntries: z.number().int(),
    unnotedSeals: z.number().int(),
    faults: z.array(z.object({ line: z.number().int(), problem: Names })),
  })
  .meta({ id: 'AuditVerdict' })
export type AuditVerdict = z.infer<typeof AuditVerdict>

/** A message that nobody took. Whom it was for stands nowhere here. */
export const GivenUpMessage = z
  .object({
    id: z.string(),
    topic: z.string(),
    attempts: z.number().int(),
    /** The kind of the last failure. */
    lastError: z.string().nullable(),
    createdAt: Time,
    givenUpAt: Time,
  })
  .meta({ id: 'GivenUpMessage' })
export type GivenUpMessage = z.infer<typeof GivenUpMessage>

export const MessageParams = z.object({ messageId: z.string().regex(/^\d{1,18}$/) })

/** How the house runs, in counts: nothing of anybody's business. */
export const OperationsState = z
  .object({
    outbox: z.object({
      waiting: z.number().int(),
      failing: z.number().int(),
      givenUp: z.number().int(),
      oldestAt: Time.nullable(),
    }),
    givenUpMessages: z.array(GivenUpMessage),
    sessions: z.number().int(),
    people: z.number().int(),
    writes: z.array(
      z.object({
        name: z.string(),
        committed: z.number().int(),
        replayed: z.number().int(),
        retried: z.number().int(),
        refused: z.number().int(),
        gaveUp: z.number().int(),
      }),
    ),
  })
  .meta({ id: 'OperationsState' })
export type OperationsState = z.infer<typeof OperationsState>
