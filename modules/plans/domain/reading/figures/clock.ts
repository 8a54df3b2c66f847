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
  private goal: { year: number | null } | null = null

  constructor(frame: Frame, part: Part) {
    this.frame = frame
    this.part = part
  }

  /** A new paragraph: only the year of the aims lives on, and only inside their section. */
  enter(part: Part): void {
    this.part = part
    this.held = null
    this.pending = null
    this.streak = null
    if (!part.goal) this.goal = null
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
      if (this.frame.genre === 'plan' && this.part.goal && (role === 'until' || role === 'period')) this.goal = { year }
    }
    if (role === 'default') {
      this.held = null
      return
    }
    const now = this.part.year
    if (role === 'last') hold(now === null ? null : now - 1, null)
    else if (role === 'since' && span !== null) {
      if (now !== null) hold(now, now - span + 1)
    } else if (role === 'since') hold(masked ? null : now, mention.startYear)
    else if (role === 'from') hold(null, mention.startYear)
    else if (role === 'within') this.hearWithin(span, before, hold)
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

  /**
   * The moment for a number at `at`; `clauseStart` bounds what stands right beside it. `turn` is where a 但 or 仍
   * turns the sentence from a past period to the present, or -1.
   */
  at(at: number, clauseStart: number, { sentence, item }: Spot, plainLevel: boolean, turn: number): Moment {
    this.leaveBracket(at)
    const beside = this.pending
    if (beside && beside.start >= clauseStart - 30 && plainLevel) {
      this.pending = null
      return { year: beside.year, startYear: null, explicit: true, until: false, openEnded: false }
    }
    const past = this.held?.role === 'period' && this.held.at < turn
    const held = this.valid(sentence, item) && !past ? this.held : null
    let { year, startYear } = held ?? { year: this.goal ? this.goal.year : this.part.year, startYear: null }
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
