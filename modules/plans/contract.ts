import { CalendarDay } from '@opensti/kernel'
import { z } from 'zod'

/**
 * What the browser, the portal templates and the public API see of plans. One view per screen.
 * Numbers arrive as numbers in the unit that is named beside them; dates as ISO text; names in both languages.
 */

export const Name = z.object({ zh: z.string(), en: z.string() }).meta({ id: 'Name' })
export type Name = z.infer<typeof Name>

export const Comparator = z.enum(['eq', 'ge', 'gt', 'le', 'lt', 'approx', 'range', 'inc', 'mul'])
export const FigureKind = z.enum(['target', 'baseline', 'actual'])
export type FigureKind = z.infer<typeof FigureKind>

/** How sure a fact is. What an invented place writes can be checked by nobody, and says so; what a unit reported here cites no paper. */
export const Verified = z.enum(['official', 'source', 'unverified', 'invented', 'reported'])

/** Where a fact stands in its document. Quotes of damaged copies never leave the workbench. */
export const Citation = z
  .object({
    documentId: z.string(),
    documentTitle: Name,
    documentNumber: z.string().nullable(),
    section: z.string().nullable(),
    paragraph: z.number().int().nullable(),
    verified: Verified,
    note: Name.nullable(),
  })
  .meta({ id: 'Citation' })
export type Citation = z.infer<typeof Citation>

/**
 * The eight things a target can be said to be, in words first; colour and shape only repeat them.
 * `not-yet` is all that can be said where there is a value but no start or no path, and so no pace.
 */
export const Status = z.enum(['reached', 'ahead', 'on-track', 'not-yet', 'behind', 'far-behind', 'missed', 'no-data'])
export type Status = z.infer<typeof Status>

export const ProgressRule = z.enum(['at-least', 'at-most', 'range', 'cumulative', 'multiple', 'rank', 'yes-no'])

/** A published formula applied once, with every input, so that anyone can do it again by hand. */
export const Progress = z
  .object({
    status: Status,
    rule: ProgressRule,
    path: z.enum(['linear', 'compound', 'none']),
    /** Where the way begins: as the plan states it, or as it was published then. Null where nobody knows. */
    start: z
      .object({ value: z.number(), period: z.string().nullable(), basis: z.enum(['stated', 'published']) })
      .nullable(),
    /** Share of the way from start to target that is done; 1 is reached; null without a start. Sums begin at nothing. */
    done: z.number().nullable(),
    /** The value as a share of the target (of an upper limit: the limit as a share of the value). Says nothing of pace. */
    share: z.number().nullable(),
    /** What remains to the target, in the target's unit; null when it is reached or cannot be said. */
    gap: z.number().nullable(),
    /** Share of the time from start to target (without a start: of the plan) that had passed when the value held. */
    elapsed: z.number().nullable(),
    /** What the path asks for at that moment, in the target's unit. Null where there is no path. */
    expectedNow: z.number().nullable(),
    /**
     * Change per year: what is needed from the latest value to the target, and what was seen before it.
     * `percent` is compound growth as a share (0.06 is 6 %), `points` is in the target's own unit, for shares.
     */
    growth: z
      .object({ per: z.enum(['percent', 'points']), needed: z.number().nullable(), observed: z.number().nullable() })
      .nullable(),
    /** The formula with its numbers written in, e.g. "(4742 − 1919) ÷ (6000 − 1919) = 69%". */
    formula: Name,
    inputs: z.array(
      z.object({ label: Name, value: z.number().nullable(), unit: z.string(), period: z.string().nullable() }),
    ),
  })
  .meta({ id: 'Progress' })
export type Progress = z.infer<typeof Progress>

export const UnitRef = z.object({ id: z.string(), name: Name, shortName: Name }).meta({ id: 'UnitRef' })
export type UnitRef = z.infer<typeof UnitRef>

export const RegionRef = z
  .object({
    id: z.string(),
    name: Name,
    parentId: z.string().nullable(),
    /** A place made up for tests and demonstration; said wherever it is shown. */
    invented: z.boolean(),
  })
  .meta({ id: 'RegionRef' })
export type RegionRef = z.infer<typeof RegionRef>

export const PlanRef = z
  .object({ id: z.string(), regionId: z.string(), name: Name, startYear: z.number().int(), endYear: z.number().int() })
  .meta({ id: 'PlanRef' })
export type PlanRef = z.infer<typeof PlanRef>

/** A decision that changed a target: what it was, what it is, who approved, by which paper, from when. */
const OneOrTwo = z.object({ value: z.number(), value2: z.number().nullable() })
export const TargetChange = z
  .object({
    number: z.number().int(),
    from: OneOrTwo,
    to: OneOrTwo,
    since: z.iso.date(),
    approver: z.string(),
    document: z.string(),
    documentNumber: z.string().nullable(),
    documentDate: z.iso.date(),
    reason: z.string().nullable(),
  })
  .meta({ id: 'TargetChange' })
export type TargetChange = z.infer<typeof TargetChange>

const FigureText = z.string().regex(/^-?\d{1,12}(\.\d{1,6})?$/, '写成数字，最多六位小数 a plain number')
const Line = z
  .string()
  .trim()
  .max(200)
  .regex(/^[^\p{Cc}\p{Cf}]*$/u, '含有看不见的字符 contains characters that cannot be seen')
export const ChangeTarget = z
  .object({
    targetId: z.string().min(1).max(200),
    /** How many changes of it she has seen. */
    seen: z.number().int().min(0),
    value: FigureText,
    value2: FigureText.nullable().default(null),
    since: CalendarDay,
    approver: Line.min(2),
    document: Line.min(2),
    documentNumber: Line.nullable().default(null),
    documentDate: CalendarDay,
    reason: Line.nullable().default(null),
  })
  .meta({ id: 'ChangeTarget' })
export type ChangeTarget = z.infer<typeof ChangeTarget>

/** Publishes a plan, or withdraws it; a withdrawal says why, for everybody who comes to its address. */
export const PublishPlan = z.object({ published: z.boolean(), because: Line.nullable().default(null) })

export const Target = z
  .object({
    id: z.string(),
    kind: z.enum(['target', 'baseline']),
    comparator: Comparator,
    value: z.number(),
    value2: z.number().nullable(),
    unit: z.string(),
    year: z.number().int().nullable(),
    startYear: z.number().int().nullable(),
    perYear: z.boolean(),
    /** A stage on the way, not the end of the plan. */
    staged: z.boolean(),
    /** What decisions have changed, the oldest first; the figure above is the one in force. */
    changes: z.array(TargetChange).optional(),
    note: Name.nullable(),
    citation: Citation,
  })
  .meta({ id: 'Target' })
export type Target = z.infer<typeof Target>

export const ValueNature = z.enum(['working', 'statistical'])
export const ValueMaturity = z.enum(['estimate', 'flash', 'annual', 'revised', 'final'])

export const Value = z
  .object({
    id: z.string(),
    period: z.string(),
    value: z.number(),
    unit: z.string(),
    comparator: Comparator,
    nature: ValueNature,
    maturity: ValueMaturity,
    /** 1 is what was first published; higher vintages replace it and say why. */
    vintage: z.number().int(),
    replacedBecause: Name.nullable(),
    publishedOn: z.string().nullable(),
    /** The release that made it public: its day and the unit that released it. Absent for what papers say. */
    release: z.object({ id: z.string(), on: z.string(), by: Name }).nullish(),
    /** What was written beside it, for everybody. */
    note: Name.nullish(),
    /** The figure is the sum of what so many of the units asked have reported. */
    sumOf: z.object({ units: z.number().int(), asked: z.number().int() }).nullish(),
    /** Of a unit's part: whose it is. */
    reportedBy: UnitRef.nullish(),
    citation: Citation,
  })
  .meta({ id: 'Value' })
export type Value = z.infer<typeof Value>

/** What units have reported of their parts of one figure, the largest first. Never one line of the region's own. */
export const UnitParts = z
  .object({
    period: z.string(),
    nature: ValueNature,
    unit: z.string(),
    /** How many units were asked. */
    asked: z.number().int(),
    /** Their sum so far; null where the indicator is not the sum of its units. */
    sum: z.number().nullable(),
    /** Whether so many have reported that their sum stands for the region. */
    countsForRegion: z.boolean(),
    values: z.array(Value.extend({ reportedBy: UnitRef })),
  })
  .meta({ id: 'UnitParts' })
export type UnitParts = z.infer<typeof UnitParts>

/** One row of a plan: an indicator with the way it has to go and how far it is. */
export const PlanIndicator = z
  .object({
    indicatorId: z.string(),
    name: Name,
    unit: z.string(),
    theme: Name,
    binding: z.boolean(),
    baseline: Target.nullable(),
    target: Target.nullable(),
    latest: Value.nullable(),
    progress: Progress,
    unitsResponsible: z.array(UnitRef),
    /** Latest values by period for a small chart. */
    series: z.array(z.object({ period: z.string(), value: z.number() })),
    /** What the series is made of: one nature only. */
    seriesNature: ValueNature.nullable(),
  })
  .meta({ id: 'PlanIndicator' })
export type PlanIndicator = z.infer<typeof PlanIndicator>

export const PlanTaskRow = z
  .object({
    id: z.string(),
    parentId: z.string().nullable(),
    number: z.string(),
    title: Name,
    depth: z.number().int(),
    lead: z.array(UnitRef),
    coop: z.array(UnitRef),
  })
  .meta({ id: 'PlanTaskRow' })
export type PlanTaskRow = z.infer<typeof PlanTaskRow>

/** Something the plan announces and the copy at hand has lost: recorded as lost, not as none. */
export const LostPart = z.object({ what: Name, citation: Citation }).meta({ id: 'LostPart' })

export const Disagreement = z
  .object({
    indicatorId: z.string().nullable(),
    /** What it is about, in a few words, where somebody has named it. */
    title: Name.nullable(),
    about: Name,
    says: z.array(z.object({ text: Name, citation: Citation })),
  })
  .meta({ id: 'Disagreement' })
export type Disagreement = z.infer<typeof Disagreement>

export const PlanView = z
  .object({
    plan: PlanRef,
    region: RegionRef,
    document: Citation.nullable(),
    published: z.boolean(),
    /** Share of the plan's time that has passed today. */
    elapsed: z.number(),
    counts: z.record(Status, z.number().int()),
    indicators: z.array(PlanIndicator),
    tasks: z.array(PlanTaskRow),
    lost: z.array(LostPart),
    disagreements: z.array(Disagreement),
  })
  .meta({ id: 'PlanView' })
export type PlanView = z.infer<typeof PlanView>

export const IndicatorView = z
  .object({
    id: z.string(),
    region: RegionRef,
    name: Name,
    unit: z.string(),
    definition: Name.nullable(),
    theme: Name,
    polarity: z.enum(['higher', 'lower', 'neutral']),
    source: Name.nullable(),
    frequency: z.string(),
    computed: Name.nullable(),
    aliases: z.array(z.string()),
    /** Every plan that sets a target for it, newest first. */
    plans: z.array(z.object({ plan: PlanRef, targets: z.array(Target), progress: Progress })),
    /** Latest vintage per period and nature, by period. */
    values: z.array(Value),
    /** Where several units report parts of it: their figures of the latest periods, the newest first. */
    parts: z.array(UnitParts),
    /** Whether the figure of the region is the sum of its units', where it has none of its own. */
    sumOfUnits: z.boolean(),
    /** Who answers for it by the plans, and the tasks that plans tie to it. */
    responsible: z.array(UnitRef),
    tasks: z.array(z.object({ plan: PlanRef, task: PlanTaskRow })),
    /** Vintages that have been replaced. */
    revisions: z.array(Value),
    disagreements: z.array(Disagreement),
    comparableRegions: z.array(RegionRef),
  })
  .meta({ id: 'IndicatorView' })
export type IndicatorView = z.infer<typeof IndicatorView>

export const TaskView = z
  .object({
    id: z.string(),
    plan: PlanRef,
    region: RegionRef,
    number: z.string(),
    title: Name,
    summary: Name.nullable(),
    parents: z.array(z.object({ id: z.string(), number: z.string(), title: Name })),
    children: z.array(PlanTaskRow),
    lead: z.array(UnitRef),
    coop: z.array(UnitRef),
    others: z.array(UnitRef),
    /** Units named in the document whose function has since moved: who does it now and since when. */
    moved: z.array(z.object({ from: UnitRef, to: UnitRef, on: z.string(), note: Name })),
    indicators: z.array(z.object({ indicatorId: z.string(), name: Name, status: Status })),
    citation: Citation.nullable(),
  })
  .meta({ id: 'TaskView' })
export type TaskView = z.infer<typeof TaskView>

/** Where a plan names a unit whose work another took over since: from whom and when. */
const MovedFrom = z.array(z.object({ from: UnitRef, on: z.string() }))

const UnitTask = z.object({ task: PlanTaskRow, plan: PlanRef, movedFrom: MovedFrom })

const UnitIndicator = z.object({
  indicatorId: z.string(),
  name: Name,
  plan: PlanRef,
  status: Status,
  movedFrom: MovedFrom,
})

export const UnitView = z
  .object({
    unit: UnitRef,
    region: RegionRef,
    names: z.array(z.object({ name: Name, from: z.string().nullable(), until: z.string().nullable() })),
    shortForms: z.array(z.string()),
    changes: z.array(
      z.object({
        kind: z.enum(['rename', 'merge', 'split', 'transfer']),
        on: z.string(),
        from: z.array(UnitRef),
        to: z.array(UnitRef),
        functions: z.array(Name),
        note: Name.nullable(),
        verified: Verified,
      }),
    ),
    leads: z.array(UnitTask),
    joins: z.array(UnitTask),
    indicators: z.array(UnitIndicator),
  })
  .meta({ id: 'UnitView' })
export type UnitView = z.infer<typeof UnitView>

export const CompareBasis = z.enum(['absolute', 'per-head', 'per-gdp'])

export const ComparisonView = z
  .object({
    indicatorId: z.string(),
    name: Name,
    unit: z.string(),
    definition: Name.nullable(),
    basis: CompareBasis,
    basesAllowed: z.array(CompareBasis),
    /** Whether it is an amount, so that a total may be spoken of; a share, a rate or a rank is a value. */
    total: z.boolean(),
    /** The period that is ranked: the newest for which two real regions or more have a value. Null when there is none. */
    period: z.string().nullable(),
    /** Why a basis is not offered, when it is not. */
    refused: z.array(z.object({ basis: CompareBasis, because: Name })),
    /** Those of the period first, in order of rank; then those with other periods, those above the others, and invented ones. */
    rows: z.array(
      z.object({
        region: RegionRef,
        /** Its place among regions of the same period; null outside the ranking. */
        rank: z.number().int().nullable(),
        /** It contains another region of the list, and is no rival of its own parts. */
        above: z.boolean(),
        value: z.number(),
        unit: z.string(),
        period: z.string(),
        formula: Name.nullable(),
        citation: Citation,
        series: z.array(z.object({ period: z.string(), value: z.number() })),
      }),
    ),
  })
  .meta({ id: 'ComparisonView' })
export type ComparisonView = z.infer<typeof ComparisonView>

/**
 * A fact worth telling first: a goal passed years early, one that is far away or was missed, papers that disagree,
 * goals that are due without any figure, parts of a paper that are lost.
 */
export const Story = z
  .object({
    kind: z.enum(['passed-early', 'far', 'missed', 'disagree', 'unknown', 'lost']),
    text: Name,
    href: z.string(),
  })
  .meta({ id: 'Story' })
export type Story = z.infer<typeof Story>

export const RegionView = z
  .object({
    region: RegionRef,
    children: z.array(RegionRef),
    plans: z.array(PlanRef.extend({ counts: z.record(Status, z.number().int()), published: z.boolean() })),
    documents: z.array(
      z.object({
        id: z.string(),
        title: Name,
        issuer: Name.nullable(),
        documentNumber: z.string().nullable(),
        date: z.string().nullable(),
        damaged: z.boolean(),
      }),
    ),
    /** In the order of the region's content; `until` says that a unit is no more, and since when. */
    units: z.array(UnitRef.extend({ until: z.string().nullable() })),
    /** The few facts worth telling first, most telling first in each kind. */
    stories: z.array(Story),
    /** Every place where papers do not agree, two numbers before two words. */
    disagreements: z.array(Disagreement),
  })
  .meta({ id: 'RegionView' })
export type RegionView = z.infer<typeof RegionView>

export const DocumentView = z
  .object({
    id: z.string(),
    region: RegionRef,
    title: Name,
    issuer: Name.nullable(),
    documentNumber: z.string().nullable(),
    date: z.string().nullable(),
    note: Name.nullable(),
    damage: z.array(z.object({ what: Name, section: z.string().nullable() })),
    plans: z.array(PlanRef),
    facts: z.array(
      z.object({
        indicatorId: z.string(),
        /** Whose figure it is, when the document belongs to another region. */
        regionId: z.string().optional(),
        name: Name,
        kind: FigureKind,
        text: Name,
        section: z.string().nullable(),
        paragraph: z.number().int().nullable(),
      }),
    ),
  })
  .meta({ id: 'DocumentView' })
export type DocumentView = z.infer<typeof DocumentView>

export const SearchKind = z.enum(['plan', 'indicator', 'task', 'unit', 'document', 'region'])
export const SearchResult = z
  .object({ kind: SearchKind, id: z.string(), title: Name, context: Name, href: z.string() })
  .meta({ id: 'SearchResult' })
export type SearchResult = z.infer<typeof SearchResult>

/** The portal's front page: every region with its plans and stories, provinces before their cities. */
export const HomeView = z.object({ regions: z.array(RegionView) }).meta({ id: 'HomeView' })
export type HomeView = z.infer<typeof HomeView>

export const SearchView = z
  .object({ query: z.string(), results: z.array(SearchResult), total: z.number().int() })
  .meta({ id: 'SearchView' })
export type SearchView = z.infer<typeof SearchView>
