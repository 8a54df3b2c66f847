import { z } from 'zod'

const Time = z.iso.datetime()

/** How backups stand, for the system administrator. Nothing of what is in them. */
export const BackupsState = z
  .object({
    last: z
      .object({
        takenAt: Time,
        file: z.string(),
        bytes: z.number().int(),
        digest: z.string(),
        scheduled: z.boolean(),
        checkedAt: Time.nullable(),
      })
      .nullable(),
    /** A try after the last success. */
    failed: z.object({ at: Time, problem: z.string() }).nullable(),
    restoredAt: Time.nullable(),
    /** When the house makes them by itself; null when somebody else sees to it. */
    schedule: z.object({ hour: z.number().int(), keep: z.number().int() }).nullable(),
    warnAfterDays: z.number().int(),
    /** No backup yet, or an older one than that; by the database's clock. */
    isTooOld: z.boolean(),
  })
  .meta({ id: 'BackupsState' })
export type BackupsState = z.infer<typeof BackupsState>
