/** Follows the punctuation of a paragraph once from left to right, so that reading it stays linear. */
export class Marks {
  /** Running numbers of the clause (between commas), segment (between semicolons) and sentence. */
  clause = 0
  segment = 0
  sentence = 0
  /** How many round brackets are open. */
  depth = 0
  /** Where the words that may name the next number begin. */
  labelStart = 0
  clauseStart = 0
  private at = 0
  private readonly line: string

  constructor(line: string) {
    this.line = line
  }

  /** Moves on to a position; positions must not go back. */
  advance(to: number): void {
    for (; this.at < to; this.at++) {
      const mark = this.line[this.at]!
      if (mark === '(') this.depth++
      else if (mark === ')') this.depth = Math.max(0, this.depth - 1)
      else if (',、。;!?:—'.includes(mark)) this.pass(mark)
    }
  }

  private pass(mark: string): void {
    // The aside in brackets ends with its bracket: what follows still belongs to the words before it.
    this.labelStart = this.at + 1
    if (mark === '、') return
    this.clause++
    this.clauseStart = this.at + 1
    if (';。!?'.includes(mark)) this.segment++
    if ('。!?'.includes(mark)) {
      this.sentence++
      this.depth = 0
    }
  }
}
