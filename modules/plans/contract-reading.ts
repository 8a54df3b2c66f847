import { z } from 'zod'
import { Comparator, FigureKind, Name, PlanRef, RegionRef } from './contract.ts'

/** Messages of the reading screen: a document on the left, what was found in it on the right, a decision about each. */

export const Year = z.number().int().min(1949).max(2100)

export const CandidateState = z.enum(['open', 'accepted', 'rejected'])

/** What accepting a figure will write into the ledger. */
export const FigureProposal = z
  .object({
    kind: FigureKind,
    /** The indicator it belongs to; null when none is known, then `name` becomes a new one. */
    indicatorId: z.string().nullable(),
    name: z.string().trim().min(1).max(200),
    value: z.number(),
    value2: z.number().nullable(),
    unit: z.string().trim().max(20),
    comparator: Comparator,
    year: Year.nullable(),
    startYear: Year.nullable(),
    perYear: z.boolean(),
    estimate: z.boolean(),
  })
  .meta({ id: 'FigureProposal' })
export type FigureProposal = z.infer<typeof FigureProposal>

/** A unit as the document names it, and the unit of the region it was matched with. */
export const NamedUnit = z
  .object({ name: z.string().trim().min(1).max(100), unitId: z.string().nullable() })
  .meta({ id: 'NamedUnit' })
export type NamedUnit = z.infer<typeof NamedUnit>

export const TaskProposal = z
  .object({
    number: z.string().max(40),
    title: z.string().trim().min(1).max(300),
    lead: z.array(NamedUnit).max(100),
    coop: z.array(NamedUnit).max(100),
    others: z.array(NamedUnit).max(100),
  })
  .meta({ id: 'TaskProposal' })
export type TaskProposal = z.infer<typeof TaskProposal>

export const Candidate = z
  .object({
    id: z.string(),
    position: z.number().int(),
    start: z.number().int(),
    end: z.number().int(),
    /** Where it stands, as a citation says it. */
    section: z.string(),
    paragraph: z.number().int(),
    /** How sure the match with a known indicator is. */
    match: z.enum(['same', 'likely', 'none']),
    figure: FigureProposal.nullable(),
    task: TaskProposal.nullable(),
    /** What is still missing before it can be accepted, in words. */
    missing: Name.nullable(),
    /** Certain enough to be confirmed together with others. */
    sure: z.boolean(),
    state: CandidateState,
    version: z.number().int(),
    decidedBy: Name.nullable(),
    decidedAt: z.string().nullable(),
  })
  .meta({ id: 'Candidate' })
export type Candidate = z.infer<typeof Candidate>

const Stretch = z.object({ start: z.number().int(), end: z.number().int() })

export const ReadingSummary = z
  .object({
    id: z.string(),
    region: RegionRef,
    plan: PlanRef,
    planPublished: z.boolean(),
    documentId: z.string(),
    documentTitle: Name,
    fileName: z.string(),
    createdAt: z.string(),
    figures: z.object({ total: z.number().int(), open: z.number().int() }),
    tasks: z.object({ total: z.number().int(), open: z.number().int() }),
  })
  .meta({ id: 'ReadingSummary' })
export type ReadingSummary = z.infer<typeof ReadingSummary>

/** How many candidates are sent at once; a screen asks for more as it comes to them. */
export const candidatesAtOnce = 100

/** How far everybody is with a document; small however long it is, and asked again and again. */
export const ReadingProgress = z
  .object({
    /** One letter per candidate by position: o open, a accepted, r rejected. */
    states: z.string(),
    /** How many open ones are certain enough to be confirmed together. */
    sure: z.number().int(),
    /** Grows with every decision, whoever makes it. */
    revision: z.number().int(),
    figures: z.object({ total: z.number().int(), open: z.number().int() }),
    tasks: z.object({ total: z.number().int(), open: z.number().int() }),
  })
  .meta({ id: 'ReadingProgress' })
export type ReadingProgress = z.infer<typeof ReadingProgress>

const DamageMark = Stretch.extend({
  sign: z.string(),
  quote: z.string(),
  expected: z.string().nullable(),
  message: Name,
})

export const ReadingView = ReadingSummary.extend({
  progress: ReadingProgress,
  /** Where the pieces of the text begin; the last ends with the text. */
  pieces: z.array(z.number().int()),
  length: z.number().int(),
  /** The first checks and signs of damage, contradictions before others; how many there are of each stands beside them. */
  checks: z.array(
    z.object({ kind: z.string(), result: z.string(), places: z.array(Stretch), formula: z.string(), message: Name }),
  ),
  damage: z.array(DamageMark),
  found: z.object({ checks: z.number().int(), contradictions: z.number().int(), damage: z.number().int() }),
  /** The first candidates, so that a short document needs no second question. */
  candidates: z.array(Candidate),
  indicators: z.array(z.object({ id: z.string(), name: Name, unit: z.string() })),
  units: z.array(z.object({ id: z.string(), name: Name, shortName: Name })),
}).meta({ id: 'ReadingView' })
export type ReadingView = z.infer<typeof ReadingView>

/** Some pages of the source, with everything that is marked in them. */
export const ReadingPiece = z
  .object({
    start: z.number().int(),
    text: z.string(),
    sections: z.array(Stretch.extend({ number: z.string(), title: z.string(), level: z.number().int() })),
    noise: z.array(Stretch.extend({ reason: z.string() })),
    damage: z.array(DamageMark),
    candidates: z.array(Stretch.extend({ position: z.number().int() })),
  })
  .meta({ id: 'ReadingPiece' })
export type ReadingPiece = z.infer<typeof ReadingPiece>

/** What a document says of itself before it is read, and what of it is known already. */
export const DocumentOutline = z
  .object({
    /** Cleaned of what a damaged copy has hidden; empty when there is no title without guessing. */
    title: z.string(),
    titleDamaged: z.boolean(),
    startYear: z.number().int().nullable(),
    endYear: z.number().int().nullable(),
    characters: z.number().int(),
    /** Plans that it may belong to: of the same title or the same years. */
    plans: z.array(PlanRef),
    /** Of these the one of the same title: the document is that plan. */
    planMatch: z.string().nullable(),
    /** A document of the region that has this title already. */
    documentMatch: z.object({ id: z.string(), title: Name }).nullable(),
    /** False when the title seems to break off. */
    titleIntact: z.boolean(),
    /** The place in the title, where that is not the region asked about; the region's id when it is known. */
    otherPlace: z.object({ name: z.string(), regionId: z.string().nullable() }).nullable(),
    alreadyRead: z.object({ id: z.string(), title: Name }).nullable(),
  })
  .meta({ id: 'DocumentOutline' })
export type DocumentOutline = z.infer<typeof DocumentOutline>

/** Start reading a pasted text. Files come as multipart with the same fields. */
export const StartReading = z.object({
  regionId: z.string().min(1).max(80),
  /** An existing plan; without one a new draft is made from the document's title. */
  planId: z.string().min(1).max(120).optional(),
  title: z.string().trim().max(200).optional(),
  /** The years of that draft, where the document does not say them. */
  startYear: Year.optional(),
  endYear: Year.optional(),
  text: z.string().min(1).max(12_000_000),
})
export type StartReading = z.infer<typeof StartReading>

export const Decision = z.object({
  candidateId: z.uuid(),
  /** The version the person saw; when someone else decided meanwhile, nothing is changed and she is told. */
  version: z.number().int().min(0),
  verb: z.enum(['accept', 'reject', 'reopen']),
  figure: FigureProposal.optional(),
  task: TaskProposal.optional(),
})
export type Decision = z.infer<typeof Decision>

export const DecideCandidates = z.object({ decisions: z.array(Decision).min(1).max(2000) })
export type DecideCandidates = z.infer<typeof DecideCandidates>

export const DecideAnswer = z.object({ candidates: z.array(Candidate) }).meta({ id: 'DecideAnswer' })

/** Many decisions at once, made by the server a slice at a time; `batch` names them for taking them back. */
export const DecideTogether = z.object({ verb: z.enum(['accept-sure', 'undo']), batch: z.uuid() })
export type DecideTogether = z.infer<typeof DecideTogether>

export const DecidedTogether = z
  .object({ changed: z.number().int(), /** Ask again: not all of it is done. */ more: z.boolean() })
  .meta({ id: 'DecidedTogether' })
export type DecidedTogether = z.infer<typeof DecidedTogether>

/** A title corrected by a person. */
export const RenameDocument = z.object({ title: z.string().trim().min(1).max(200) })
