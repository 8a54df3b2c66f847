import { z } from 'zod'

/** What a head sees on one screen: what is red, why, who, since when, what it needs. Days are the region's own. */

const Name = z.object({ zh: z.string(), en: z.string() })
const Unit = z.object({ id: z.string(), name: Name, shortName: Name })
export const RegionId = z.string().regex(/^[a-z0-9-]{1,60}$/)

export const FindingKind = z.enum(['indicator', 'return', 'item', 'stale'])
export type FindingKind = z.infer<typeof FindingKind>
export const FindingLight = z.enum(['red', 'amber'])
export type FindingLight = z.infer<typeof FindingLight>

const Status = z.enum(['reached', 'ahead', 'on-track', 'not-yet', 'behind', 'far-behind', 'missed', 'no-data'])

/** Where a fact can be seen as it was handed in or printed. */
const Evidence = z.object({ kind: z.enum(['document', 'return', 'item']), id: z.string(), label: Name })

export const Finding = z
  .object({
    kind: FindingKind,
    light: FindingLight,
    /** Of the indicator, the return or the item. */
    id: z.string(),
    title: Name,
    status: Status.nullable(),
    /** Sentences made of facts, the most telling first. */
    why: z.array(Name),
    /** What the unit itself has said about it, as it said it. */
    said: z.string().nullable(),
    who: z.array(z.object({ unit: Unit, leader: Name.nullable() })),
    since: Name.nullable(),
    needs: z.array(Name),
    tasks: z.array(z.object({ id: z.string(), title: Name })),
    evidence: Evidence.nullable(),
  })
  .meta({ id: 'Finding' })
export type Finding = z.infer<typeof Finding>

export const DashboardView = z
  .object({
    regionId: RegionId,
    today: z.iso.date(),
    /** Of the whole region, or of what the reader's own units answer for. */
    scope: z.enum(['region', 'units']),
    plans: z.array(
      z.object({
        id: z.string(),
        name: Name,
        startYear: z.number().int(),
        endYear: z.number().int(),
        counts: z.record(Status, z.number().int()),
      }),
    ),
    /** Red ones first. */
    findings: z.array(Finding),
    /** Units with anything red or amber, the one with most first. */
    units: z.array(z.object({ unit: Unit, leader: Name.nullable(), red: z.number().int(), amber: z.number().int() })),
  })
  .meta({ id: 'DashboardView' })
export type DashboardView = z.infer<typeof DashboardView>
