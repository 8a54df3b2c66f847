import type { z } from 'zod'
import type { CompareBasis, FigureKind, Progress, SearchResult, Story, UnitView, Value, Verified } from '../contract.ts'
import { messagesEn } from './messages-en.ts'
import { messagesZh } from './messages-zh.ts'

/** Everything the portal says. Chinese is written first; English must have the same entries. */
export interface Messages {
  siteName: string
  home: string
  searchLabel: string
  formulas: string
  openData: string
  verify: string
  releases: string
  releasesOfRegion: string
  evaluationsOfRegion: string
  releasedOn: (day: string, by: string) => string
  releasePage: string
  licence: string
  footer: string
  footerNav: string
  colon: string
  comma: string
  list: string
  /** A remark in the brackets of the language. */
  inBrackets: (remark: string) => string

  homeTitle: string
  homeLead: string
  homeDescription: string
  homeEmpty: string
  stories: string
  storyKinds: Record<Story['kind'], string>
  moreStories: (count: number) => string
  moreDisagreements: (count: number) => string

  plans: string
  noPlans: string
  draft: string
  childRegions: string
  parentRegion: string
  documents: string
  units: string
  abolished: string
  abolishedIn: (date: string) => string
  damaged: string
  noStatuses: string
  statusCounts: (total: number) => string
  regionDescription: (region: string) => string

  indicators: string
  indicatorCount: (count: number) => string
  invented: string
  inventedNote: (region: string) => string
  /** `until` is the period of the newest value that was judged, or empty. */
  planSummary: (facts: {
    until: string
    total: number
    reached: number
    fine: number
    open: number
    late: number
    unknown: number
  }) => string
  planDescription: (plan: string) => string
  elapsedLabel: (years: string) => string
  elapsed: (share: string) => string
  /** The same at the time of a value, which may be long ago. */
  elapsedWhen: (share: string) => string
  viewBy: string
  byTheme: string
  byUnit: string
  byStatus: string
  byChart: string
  name: string
  status: string
  progress: string
  latest: string
  target: string
  baseline: string
  course: string
  done: (share: string) => string
  passedBefore: string
  expectedShare: (share: string) => string
  /** Share of the target, where no start is known; of an upper limit, the limit as a share of the value. */
  ofTarget: (share: string) => string
  limitOfValue: (share: string) => string
  toGo: (gap: string) => string
  places: (count: number) => string
  change: (amount: string, per: 'percent' | 'points', falls: boolean) => string
  bulletLabel: (done: string, expected: string | null) => string
  binding: string
  noTarget: string
  noValue: string
  noIndicators: string
  unitUnknown: string
  filterIndicators: string
  filterTasks: string
  tasks: string
  noTasks: string
  lead: string
  coop: string
  others: string
  lost: string
  lostLead: string
  disagreements: string
  disagreementsLead: string
  readAs: string
  bulletKey: { bar: string; expected: string; goal: string }

  key: { actual: string; provisional: string; path: string; target: string; staged: string; baseline: string }
  indicatorDescription: (indicator: string, region: string) => string
  latestValue: string
  progressTowards: (plan: string) => string
  howComputed: string
  inputs: string
  input: string
  value: string
  period: string
  rule: Record<Progress['rule'], string>
  path: Record<Progress['path'], string>
  elapsedThen: string
  expectedNow: string
  gap: string
  growthNeeded: string
  mustChange: (change: string, since: string) => string
  growthObserved: string
  definition: string
  definitionMissing: string
  dataSource: string
  frequency: string
  frequencies: Record<string, string>
  computedFrom: string
  otherNames: string
  polarity: string
  polarities: Record<'higher' | 'lower' | 'neutral', string>
  theme: string
  unitOfMeasure: string
  values: string
  tableBehind: string
  noValues: string
  nature: string
  natures: Record<Value['nature'], string>
  maturity: string
  maturities: Record<Value['maturity'], string>
  vintage: string
  vintageOf: (vintage: number) => string
  publishedOn: string
  source: string
  sources: string
  targetsStated: string
  stage: string
  revisions: string
  revisionsLead: string
  withdrawn: {
    title: string
    lead: (publicDay: string | null, day: string | null, by: string | null) => string
    why: string
    notSaid: string
    others: (region: string) => string
  }
  /** Figures that several units report beside each other. */
  parts: {
    title: string
    unit: string
    share: string
    reported: (period: string, units: number, asked: number) => string
    sum: (amount: string) => string
    sumOfAll: string
    drawn: string
    own: string
    countsForRegion: string
    tooFew: string
    notSummed: string
    allPeriods: string
  }
  note: string
  responsible: string
  tasksOfIndicator: string
  replacedBecause: string
  downloadCsv: string
  compareRegions: string
  verified: Record<z.infer<typeof Verified>, string>
  section: string
  paragraph: (number: number) => string

  headlines: {
    none: (name: string) => string
    noTarget: (name: string, period: string, value: string) => string
    reachedEarly: (name: string, period: string, year: number, years: number) => string
    reached: (name: string, period: string) => string
    share: (name: string, period: string, year: string, share: string) => string
    shareMissed: (name: string, period: string, share: string) => string
    cumulative: (name: string, period: string, year: string, share: string) => string
    inRange: (name: string, period: string, value: string, range: string) => string
    stands: (name: string, period: string, value: string, target: string) => string
    notDone: (name: string, year: string) => string
  }
  targetRange: (range: string) => string
  chartDescription: (points: string, target: string) => string

  taskOf: (plan: string) => string
  partOf: string
  subtasks: string
  moved: string
  movedLead: string
  movedOn: (date: string) => string
  measuredBy: string

  unitDescription: (unit: string) => string
  names: string
  nowCalled: string
  shortForms: string
  changes: string
  changeKinds: Record<UnitView['changes'][number]['kind'], string>
  from: string
  to: string
  functions: string
  leads: string
  movedFrom: (from: string, date: string) => string
  joins: string
  nothingLed: string
  plan: string

  compareTitle: (indicator: string) => string
  compareHeadline: (indicator: string, region: string, value: string, period: string) => string
  compareDescription: (indicator: string) => string
  basis: string
  bases: Record<z.infer<typeof CompareBasis>, string>
  refused: string
  region: string
  formula: string
  noComparison: string
  otherPeriods: string
  noCommonPeriod: string
  notRivals: string
  inventedApart: string
  compareNobody: (indicator: string) => string

  issuer: string
  documentNumber: string
  date: string
  unknown: string
  damage: string
  damageLead: string
  facts: string
  factsLead: string
  noFacts: string
  kinds: Record<z.infer<typeof FigureKind>, string>
  place: string
  plansFromDocument: string

  searchTitle: string
  searchResults: (query: string, total: number) => string
  searchEmpty: (query: string) => string
  searchHint: string
  searchShort: string
  searchKinds: Record<SearchResult['kind'], string>

  errors: Record<'404' | '403' | '500' | 'other', { title: string; advice: string }>
  errorNumber: string
  backHome: string
}

export const messages: Record<'zh' | 'en', Messages> = { zh: messagesZh, en: messagesEn }
