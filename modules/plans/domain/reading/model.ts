/**
 * The shapes that reading a plan document produces. Everything in this folder is pure: text in, candidates out.
 * Places are UTF-16 offsets into `text`, half-open: `text.slice(start, end) === quote`.
 */

export type Comparator = 'eq' | 'ge' | 'gt' | 'le' | 'lt' | 'approx' | 'range' | 'inc' | 'mul'

export type FigureKind = 'target' | 'baseline' | 'actual'

export interface Place {
  start: number
  end: number
}

/** A quantified statement that a plan monitor would keep in a ledger. */
export interface Figure extends Place {
  quote: string
  /** The indicator in the document's own words, with what the clause refers to filled in. */
  name: string
  /** In the unit as written: 1,000万平方米 is 1000 "万平方米". */
  value: number
  /** Upper end of a range, otherwise null. */
  value2: number | null
  /** As written, without comparator words; ranks use "位". */
  unit: string
  comparator: Comparator
  /** The year for which the value holds; null when the text gives none. */
  year: number | null
  /** First year of a period, otherwise null. */
  startYear: number | null
  /** True for 每年. */
  perYear: boolean
  kind: FigureKind
  /** The text itself calls it an estimate (预计). */
  estimate: boolean
}

/** A numbered or titled item that names responsible units. */
export interface Task extends Place {
  /** The exact bracket or line that names the units. */
  quote: string
  /** The item's title without its number. */
  title: string
  lead: string[]
  coop: string[]
  others: string[]
}

export type SectionLevel = 'document' | 'part' | 'chapter' | 'section' | 'item' | 'subitem' | 'point' | 'paragraph'

/** A node of the section tree, in document order; `parent` is an index into the same list, -1 for top level. */
export interface Section extends Place {
  /** The numbering as written: 一、 (一) 1. (1) ① 第三章 ——; empty when a heading has none. */
  number: string
  title: string
  level: number
  parent: number
}

/** A stretch of the file that belongs to the web page around the document, kept but set aside. */
export interface Noise extends Place {
  reason: 'menu' | 'advertisement' | 'contact' | 'footer' | 'navigation' | 'summary'
}

/** A sign that this copy is not what the office published. */
export interface Damage extends Place {
  sign:
    | 'swapped-word'
    | 'masked-year'
    | 'masked-value'
    | 'missing-table'
    | 'missing-box'
    | 'missing-figure'
    | 'missing-annex'
    | 'altered-name'
    | 'broken-numbering'
    | 'unreadable-bytes'
  quote: string
  /** What a reader should expect there instead, when known. */
  expected: string | null
  /** In plain Chinese and English: what is wrong and what to do about it. */
  message: { zh: string; en: string }
}

export type CheckResult = 'holds' | 'holds-after-rounding' | 'contradicts'

export type CheckKind =
  | 'increase' // last year + net increase = total
  | 'growth' // growth rate against two totals
  | 'share' // a part as a percentage of a whole
  | 'multiple' // x times the figure of another year
  | 'parts' // "of which" parts against the whole
  | 'repeated' // the same figure said twice
  | 'passed-target' // a target that a published value has passed already
  | 'incompatible-targets' // city and province targets that cannot both hold
  | 'average' // total, count and average
  | 'rank' // a rank against the list that explains it
  | 'count' // a count of years or things against the years or things listed

/** One arithmetic relation found in a text, with every number it uses. */
export interface Check {
  kind: CheckKind
  result: CheckResult
  /** Places of all numbers that take part, in reading order. */
  places: Place[]
  /** The relation written out with its numbers, e.g. "1919 + 2823 = 4742". */
  formula: string
  expected: number | null
  found: number | null
  message: { zh: string; en: string }
}

export interface DocumentInfo {
  title: string
  issuer: string | null
  documentNumber: string | null
  /** ISO date when the text states one in full. */
  date: string | null
  genre: 'plan' | 'action-plan' | 'work-report' | 'task-table' | 'notice' | 'other'
  /** The years the document itself covers, from its title (2016—2020). */
  startYear: number | null
  endYear: number | null
}

/** What `opensti plan read FILE --json` prints. */
export interface Reading {
  document: DocumentInfo
  text: string
  sections: Section[]
  figures: Figure[]
  tasks: Task[]
  checks: Check[]
  damage: Damage[]
  noise: Noise[]
}
