import { z } from 'zod'

/** What the browser and the API see of releases. Moments are ISO text in UTC; figures are decimal text. */

const Names = z.object({ zh: z.string(), en: z.string() })
export const RegionId = z.string().regex(/^[a-z0-9-]{1,60}$/)
export const CycleCode = z.string().regex(/^[a-z0-9-]{1,60}$/)
export const PeriodText = z.string().regex(/^\d{4}(-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?$/)
const Moment = z.iso.datetime({ offset: true })
const visible = /^(?:[^\p{Cc}\p{Cf}]|\n)*$/u
const unseen = '含有看不见的字符 contains characters that cannot be seen'
const Title = z.string().trim().min(2).max(200).regex(visible, unseen)
const Sentence = z.string().trim().min(1).max(2000).regex(visible, unseen)
/** English may be left out; the Chinese then stands in its place. */
const Words = <S extends z.ZodString>(text: S) => z.object({ zh: text, en: text.nullable().default(null) })

export const ReleaseState = z.enum(['proposed', 'approved', 'in-effect', 'declined', 'withdrawn', 'retracted'])
const PersonalKind = z.enum([
  'resident-number',
  'mobile',
  'landline',
  'card',
  'passport',
  'mail-address',
  'name-with-number',
  'home-address',
])

const Place = z.string().min(1).max(300)
export const Doubt = z.object({ place: Place, kind: PersonalKind, reason: Sentence })

export const ProposeRelease = z
  .object({
    /** The period whose locked figures become public; both or neither. */
    cycle: CycleCode.nullable().default(null),
    period: PeriodText.nullable().default(null),
    /** Figures of the period that stay back, by their ids. */
    leaveOut: z.array(z.string().min(1).max(300)).max(5000).default([]),
    papers: z
      .array(z.object({ kind: z.string().min(1).max(40), id: z.string().min(1).max(200) }))
      .max(20)
      .default([]),
    title: Words(Title),
    note: Words(Sentence).nullable().default(null),
    /** Not before this moment. Null: as soon as it is approved. */
    embargoAt: Moment.nullable().default(null),
    /** Why what looks like personal data is none. */
    doubts: z.array(Doubt).max(200).default([]),
  })
  .meta({ id: 'ProposeRelease' })
export type ProposeRelease = z.infer<typeof ProposeRelease>

const version = z.number().int().min(0)
export const DecideRelease = z
  .object({ verb: z.enum(['approve', 'decline']), version, text: Sentence.nullable().default(null) })
  .meta({ id: 'DecideRelease' })
export const TakeBackRelease = z.object({ version, text: Sentence }).meta({ id: 'TakeBackRelease' })

const GateFinding = z.object({
  place: z.string(),
  label: Names,
  kind: PersonalKind,
  kindName: Names,
  certain: z.boolean(),
  /** The piece with its middle hidden. */
  shown: z.string(),
  remedy: Names,
})
export type GateFinding = z.infer<typeof GateFinding>

const ReleaseFigure = z.object({
  id: z.string(),
  indicatorId: z.string(),
  indicator: Names,
  period: PeriodText,
  nature: z.enum(['working', 'statistical']),
  kind: z.enum(['estimate', 'flash', 'annual', 'revised']),
  value: z.string(),
  unit: z.string(),
  reporter: Names.nullable(),
  /** What the unit wrote beside it; it becomes public with the figure. */
  note: Names.nullable(),
  /** What the portal had when it was proposed, or has now; null for a figure that is new there. */
  before: z.string().nullable(),
  /** Why it corrects what was public. */
  because: Names.nullable(),
})
export type ReleaseFigure = z.infer<typeof ReleaseFigure>

const ReleasePaper = z.object({
  kind: z.string(),
  kindName: Names,
  id: z.string(),
  title: Names,
  summary: Names.nullable(),
  files: z.array(z.object({ name: z.string(), size: z.number().int() })),
})
export type ReleasePaper = z.infer<typeof ReleasePaper>

const PeriodOffer = z.object({
  cycle: z.object({ code: CycleCode, names: Names }),
  period: PeriodText,
  leadUnit: z.object({ id: z.string(), name: Names }),
  returns: z.number().int(),
  locked: z.number().int(),
  lockedAt: z.iso.datetime(),
  /** Locked figures that no release holds yet. */
  waiting: z.number().int(),
})

/** What a release of a period would make public, beside what is public now. */
export const ReleaseDraft = z
  .object({
    periods: z.array(PeriodOffer),
    figures: z.array(ReleaseFigure),
    papers: z.array(ReleasePaper),
    /** Found in what would be public, before anything is written about it. */
    findings: z.array(GateFinding),
  })
  .meta({ id: 'ReleaseDraft' })
export type ReleaseDraft = z.infer<typeof ReleaseDraft>

export const ReleaseSummary = z
  .object({
    id: z.uuid(),
    regionId: RegionId,
    title: Names,
    cycleNames: Names.nullable(),
    period: PeriodText.nullable(),
    /** By the clock: public from its moment, whether or not that has been written down. */
    state: ReleaseState,
    embargoAt: z.iso.datetime().nullable(),
    publicFrom: z.iso.datetime().nullable(),
    figures: z.number().int(),
    corrections: z.number().int(),
    papers: z.number().int(),
    proposedBy: z.string(),
    proposedAt: z.iso.datetime(),
    approvedBy: z.string().nullable(),
    approvedAt: z.iso.datetime().nullable(),
    version,
  })
  .meta({ id: 'ReleaseSummary' })
export type ReleaseSummary = z.infer<typeof ReleaseSummary>

export const ReleaseList = z.object({ releases: z.array(ReleaseSummary), serverTime: z.iso.datetime() })
export type ReleaseList = z.infer<typeof ReleaseList>

export const ReleaseVerb = z.enum(['approve', 'decline', 'withdraw', 'retract'])
export const ReleaseView = ReleaseSummary.extend({
  note: Names.nullable(),
  unit: z.object({ id: z.string(), name: Names }).nullable(),
  figureList: z.array(ReleaseFigure),
  paperList: z.array(ReleasePaper),
  /** What the gate finds now; with their reasons where somebody has given one. */
  findings: z.array(GateFinding.extend({ reason: z.string().nullable() })),
  /** Figures that have been corrected since the release was proposed. */
  overtaken: z.array(Names),
  moves: z.array(
    z.object({
      verb: z.string(),
      name: Names,
      by: z.string().nullable(),
      text: z.string().nullable(),
      at: z.iso.datetime(),
    }),
  ),
  /** What the reader may do now. */
  verbs: z.array(ReleaseVerb),
  /** The database's clock, for counting down. */
  serverTime: z.iso.datetime(),
}).meta({ id: 'ReleaseView' })
export type ReleaseView = z.infer<typeof ReleaseView>

/** A release as everybody sees it. */
export const PublicRelease = z
  .object({
    id: z.uuid(),
    region: z.object({ id: RegionId, name: Names }),
    title: Names,
    note: Names.nullable(),
    period: PeriodText.nullable(),
    cycleNames: Names.nullable(),
    unit: z.object({ id: z.string(), name: Names }).nullable(),
    publicFrom: z.iso.datetime(),
    /** Day of the release in the region's time. */
    day: z.iso.date(),
    figures: z.array(
      ReleaseFigure.extend({
        /** A later release that corrected this figure. */
        correctedBy: z
          .object({ id: z.uuid(), day: z.iso.date(), value: z.string(), because: Names.nullable() })
          .nullable(),
      }),
    ),
    papers: z.array(
      z.object({
        kind: z.string(),
        kindName: Names,
        title: Names,
        summary: Names.nullable(),
        files: z.array(z.object({ name: z.string(), size: z.number().int(), digest: z.string(), href: z.string() })),
      }),
    ),
    corrections: z.number().int(),
  })
  .meta({ id: 'PublicRelease' })
export type PublicRelease = z.infer<typeof PublicRelease>

/** SHA-256 as 64 hexadecimal digits. */
export const Digest = z.string().regex(/^[0-9a-fA-F]{64}$/, '64 位十六进制数 64 hexadecimal digits')

/** What is known of a released file, or of an issued brief, by its digest. */
export const KnownFile = z
  .object({
    digest: z.string(),
    title: Names,
    region: Names,
    plan: Names.nullable(),
    what: Names,
    /** Null for briefs, which are issued to those who hold them. */
    fileName: z.string().nullable(),
    size: z.number().int(),
    /** When it became public or was issued, as a day of its region. */
    day: z.iso.date(),
    /** The address of the release that made it public. */
    release: z.string().nullable(),
    /** Where everybody can fetch it; null for briefs and for what was taken down. */
    href: z.string().nullable(),
    /** Its release was taken down: when and why. */
    withdrawn: z.object({ day: z.iso.date(), because: z.string() }).nullable(),
  })
  .meta({ id: 'KnownFile' })
export type KnownFile = z.infer<typeof KnownFile>
