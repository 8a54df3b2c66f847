import type { Frame } from './frame.ts'
import type { Part } from './outline.ts'
import type { TimeMention } from './years.ts'

/**
 * Keeps the time while a paragraph is read: a year stands at the head of a sentence and holds for what follows, until
 * another is said. How far it carries depends on the voice: aims listed under 到2025年 inherit it over sentences and
 * paragraphs, what a report tells about an earlier year ends with its sentence.
 */

export interface Moment {
  year: number | null
  startYear: number | null
  /** Said by the text, here or before, rather than taken from the document. */
  explicit: boolean
  until: boolean
  /** 自2016年起, with no end said. */
  openEnded: boolean
}

/** Where in its paragraph something is said. */
export interface Spot {
  sentence: number
  /** Which 一是, 二是 of the paragraph. */
  item: number
  /** End of the bracket around it, or null. */
  bracketEnd: number | null
  /** Whether it opens its sentence. */
  opens: boolean
}

interface Held extends Spot {
  year: number | null
  startYear: number | null
  role: TimeMention['role']
  at: number
  /** Holds again after the bracket in which this was said. */
  before: Held | null
}

const LASTING: ReadonlySet<TimeMention['role']> = new Set(['at', 'until', 'period', 'within', 'from', 'since'])

export class Clock {
  private readonly frame: Frame
  private held: Held | null = null
  private pending: TimeMention | null = null
  private streak: TimeMention | null = null
  private part: Part
  /** 到2027年……: said in the paragraph that a list of bullets follows. */
  private lead: { year: number | null } | null = null
  private inBullet = false
  /** The year said last in a section of aims, or for the levels of a plan's basis. */
  private section: { year: number | null; key: string } | null = null

  constructor(frame: Frame, part: Part) {
    this.frame = frame
    this.part = part
  }

  /** A new paragraph: only the year of its section lives on, and for bullets that of the sentence before them. */
  enter(part: Part, bullet: boolean): void {
    this.part = part
    this.inBullet = bullet
    if (!bullet) this.lead = null
    this.held = null
    this.pending = null
    this.streak = null
    if (this.section?.key !== sectionKey(part)) this.section = null
  }

  hear(mention: TimeMention, spot: Spot): void {
    const { role, span, masked } = mention
    this.leaveBracket(mention.start)
    if (role === 'compare') this.pending = mention
    if (role === 'streak') this.streak = mention
    if (role === 'compare' || role === 'streak' || role === 'base' || role === 'per' || role === 'none') return
    const before = this.held
    const hold = (year: number | null, startYear: number | null): void => {
      this.held = {
        ...spot,
        year,
        startYear,
        role,
        at: mention.start,
        before: spot.bracketEnd === null ? null : before,
      }
      const past = this.frame.startYear !== null && year !== null && year < this.frame.startYear
      const level = role === 'at' || (role === 'until' && (past || masked))
      const lasts = this.part.goal ? role === 'until' || role === 'period' : this.part.voice === 'baseline' && level
      if (role === 'until' && !this.inBullet && spot.bracketEnd === null) this.lead = { year }
      if (this.frame.genre === 'plan' && lasts && spot.bracketEnd === null)
        this.section = { year, key: sectionKey(this.part) }
    }
    if (role === 'default' || role === 'whole') {
      // A plan's preface says 2024年…全年: the year goes on.
      if (role === 'default' || this.frame.genre === 'report') this.held = null
      return
    }
    const now = this.part.year
    if (role === 'last') hold(now === null ? null : now - 1, null)
    else if (role === 'since' && span !== null) {
      if (now !== null) hold(now, span > 1 ? now - span + 1 : null)
    } else if (role === 'since') hold(masked ? null : now, mention.startYear)
    else if (role === 'from') hold(null, mention.startYear)
    else if (role === 'within') this.hearWithin(span, before, hold)
    else if (role === 'span') this.hearSpan(span, hold)
    else hold(mention.year, mention.startYear)
  }

  /** 自2016年起,5年内 closes the span; 未来五年 needs to know from when. */
  private hearWithin(
    span: number | null,
    before: Held | null,
    hold: (year: number | null, startYear: number | null) => void,
  ): void {
    if (span === null) return
    if (before?.role === 'from' && before.startYear !== null) {
      hold(before.startYear + span - 1, before.startYear)
      return
    }
    const { genre, startYear, endYear, planYear } = this.frame
    if (genre === 'plan' && startYear !== null && endYear !== null && endYear - startYear + 1 === span)
      hold(endYear, startYear)
    if (genre === 'report' && planYear !== null && span >= 3) hold(planYear + span - 1, planYear)
  }

  /** 五年新增: the years of the plan, or those before it where the plan looks back. */
  private hearSpan(span: number | null, hold: (year: number | null, startYear: number | null) => void): void {
    if (span === null || span < 3) return
    const { genre, startYear, endYear, planYear, reportYear } = this.frame
    const ahead = this.part.voice === 'target'
    if (genre === 'plan') {
      if (startYear === null || endYear === null || endYear - startYear + 1 !== span) return
      hold(ahead ? endYear : startYear - 1, ahead ? startYear : startYear - span)
    } else if (ahead && planYear !== null) hold(planYear + span - 1, planYear)
    else if (!ahead && reportYear !== null) hold(reportYear, reportYear - span + 1)
  }

  /**
   * The moment for a number at `at`; `clauseStart` bounds what stands right beside it. `turn` is where a 但 or 仍
   * turns the sentence from a past period to the present, or -1.
   */
  at(
    at: number,
    clauseStart: number,
    { sentence, item }: Spot,
    plainLevel: boolean,
    turn: number,
    isLevel: boolean,
  ): Moment {
    this.leaveBracket(at)
    const beside = this.pending
    if (beside && beside.start >= clauseStart) this.pending = null
    if (beside && beside.start >= clauseStart && plainLevel) {
      const own = this.part.year
      return {
        year: beside.ago > 0 ? own && own - beside.ago : beside.year,
        startYear: null,
        explicit: true,
        until: false,
        openEnded: false,
      }
    }
    const past = this.held?.role === 'period' && this.held.at < turn
    // 五年累计新增20家,在孵企业达到2600家: the span is not said of the level.
    const reached = this.held?.role === 'span' && this.held.at < clauseStart && isLevel
    const held = this.valid(sentence, item) && !past && !reached ? this.held : null
    const inherited = this.section ?? this.lead ?? this.part
    let { year, startYear } = held ?? { year: inherited.year, startYear: null }

    if (this.streak && this.streak.start >= clauseStart && this.streak.span !== null && year !== null)
      startYear = year - this.streak.span + 1
    return {
      year,
      startYear,
      explicit: held !== null,
      openEnded: held?.role === 'from',
      until: held?.role === 'until' || held?.role === 'period' || held?.role === 'within',
    }
  }

  private leaveBracket(at: number): void {
    while (this.held && this.held.bracketEnd !== null && at >= this.held.bracketEnd) this.held = this.held.before
  }

  private valid(sentence: number, item: number): boolean {
    const held = this.held
    if (!held) return false
    if (held.sentence === sentence) return true
    if (held.item !== item || !LASTING.has(held.role)) return false
    if (this.frame.genre === 'plan') return true
    if (!held.opens || this.part.voice === 'target') return false
    return (
      held.role === 'period' ||
      (held.role === 'since' && held.startYear !== null && held.year !== null && held.year - held.startYear >= 2)
    )
  }
}

/** Aims inherit over all sub-sections of the aims; the basis of a plan likewise. */
function sectionKey({ goal, voice }: Part): string {
  return goal ? 'goal' : voice
}
