import { z } from 'zod'
import { Comparator, FigureKind, Name, PlanRef, RegionRef } from './contract.ts'

/** Messages of the reading screen: a document on the left, what was found in it on the right, a decision about each. */

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
    year: z.number().int().min(1949).max(2100).nullable(),
    startYear: z.number().int().min(1949).max(2100).nullable(),
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
    state: CandidateState,
    version: z.number().int(),
    decidedBy: z.string().nullable(),
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

export const ReadingView = ReadingSummary.extend({
  text: z.string(),
  sections: z.array(Stretch.extend({ number: z.string(), title: z.string(), level: z.number().int() })),
  noise: z.array(Stretch.extend({ reason: z.string() })),
  damage: z.array(
    Stretch.extend({ sign: z.string(), quote: z.string(), expected: z.string().nullable(), message: Name }),
  ),
  checks: z.array(
    z.object({ kind: z.string(), result: z.string(), places: z.array(Stretch), formula: z.string(), message: Name }),
  ),
  candidates: z.array(Candidate),
  indicators: z.array(z.object({ id: z.string(), name: Name, unit: z.string() })),
  units: z.array(z.object({ id: z.string(), name: Name, shortName: Name })),
}).meta({ id: 'ReadingView' })
export type ReadingView = z.infer<typeof ReadingView>

/** Start reading a pasted text. Files come as multipart with the same fields. */
export const StartReading = z.object({
  regionId: z.string().min(1).max(80),
  /** An existing plan; without one a new draft is made from the document's title. */
  planId: z.string().min(1).max(120).optional(),
  title: z.string().trim().max(200).optional(),
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
