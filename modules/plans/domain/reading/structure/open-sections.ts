import type { Heading } from './headings.ts'
import type { NumberStyle } from './numbering.ts'

interface Open {
  heading: Heading
  rank: number
  index: number
}

/** Unnumbered headings that hold no parts of a document: what comes after is beside them, not in them. */
const ASIDE = /^(?:前\s*言|序\s*言|引\s*言|结\s*语|名词|术语|注释|附注|缩略语)/
const OUTERMOST: ReadonlySet<NumberStyle> = new Set(['part', 'chapter', 'section', 'han'])

/** The sections that are open at a place while the headings are read from the first to the last. */
export class OpenSections {
  readonly #ranks: Record<NumberStyle, number>
  #stack: Open[] = []

  constructor(ranks: Record<NumberStyle, number>) {
    this.#ranks = ranks
  }

  /** How deep the section entered last lies; 1 is outermost. */
  get depth(): number {
    return this.#stack.length
  }

  /** Closes what the heading ends, opens it, and tells its parent's index (-1 for none). */
  enter(heading: Heading, index: number): number {
    if (heading.style === 'box' || heading.style === 'plain') this.#closeLoose(heading.style)
    else this.#closeNumbered(heading)
    const parent = this.#stack.at(-1)
    this.#stack.push({ heading, rank: this.#rankOf(heading, parent), index })
    return parent?.index ?? -1
  }

  /** Boxes and unnumbered headings have no rank of their own: they stand a little below what is open. */
  #rankOf(heading: Heading, parent: Open | undefined): number {
    if (heading.style === 'box') return (parent?.rank ?? 0) + 3
    if (heading.style === 'plain') return (parent?.rank ?? 0) + 2
    return this.#ranks[heading.style]
  }

  #closeLoose(style: NumberStyle): void {
    const same = this.#stack.findIndex((open) => open.heading.style === style)
    if (same >= 0) this.#stack.length = same
    while (['point', 'dash', 'circled'].includes(this.#stack.at(-1)?.heading.style ?? '')) this.#stack.pop()
  }

  #closeNumbered(heading: Heading): void {
    const aside = this.#stack.findIndex((open) => open.heading.style === 'plain' && ASIDE.test(open.heading.title))
    if (aside >= 0 && OUTERMOST.has(heading.style)) this.#stack.length = aside
    const box = this.#stack.findIndex((open) => open.heading.style === 'box')
    if (box >= 0 && !this.#continuesInBox(heading, box)) this.#stack.length = box
    const floor = box >= 0 && box < this.#stack.length ? box + 1 : 0
    const rank = this.#ranks[heading.style]
    while (this.#stack.length > floor && this.#stack.at(-1)!.rank >= rank) this.#stack.pop()
  }

  /**
   * A box has numbers of its own (1. 2. 3.) and ends without a mark; the outer run then goes on (4.). The next
   * number of the run tells which, and where both runs could go on, the indentation.
   */
  #continuesInBox(heading: Heading, box: number): boolean {
    const same = (open: Open) => open.heading.style === heading.style
    const inner = this.#stack.slice(box + 1).findLast(same)?.heading
    const outer = this.#stack.slice(0, box).findLast(same)?.heading
    if (inner) {
      if (heading.value !== inner.value + 1) return heading.value === 0
      const bothFit = outer !== undefined && heading.value === outer.value + 1
      return !bothFit || heading.indent === inner.indent
    }
    if (outer) return heading.value === 1
    return this.#ranks[heading.style] > this.#ranks['han-bracket'] && heading.value <= 1
  }
}
