import { z } from 'zod'

/** How an invented city's releases are written down: what each made public, when, and who did what. */

const Moment = z.iso.datetime({ offset: true })
const SignIn = z.string().min(1)
const Words = z.strictObject({ zh: z.string().min(1), en: z.string().min(1).nullable().default(null) })

const Release = z.strictObject({
  cycle: z.string().nullable().default(null),
  period: z.string().nullable().default(null),
  /** Papers by their titles, as they are offered. */
  papers: z.array(z.string()).default([]),
  title: Words,
  note: Words.nullable().default(null),
  proposedAt: Moment,
  by: SignIn,
  approvedAt: Moment,
  approvedBy: SignIn,
  /** A moment, or so many days after the start of the demonstration at this time of day, so that it lies ahead. */
  embargo: z.union([
    z.strictObject({ at: Moment }),
    z.strictObject({ daysAhead: z.number().int().min(1).max(60), timeOfDay: z.string().regex(/^\d{2}:\d{2}$/) }),
  ]),
})
export type WrittenRelease = z.infer<typeof Release>

export const ReleasesFile = z.strictObject({ releases: z.array(Release).default([]) })
