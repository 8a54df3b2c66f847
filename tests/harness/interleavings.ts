/**
 * Two clients, each a fixed sequence of statements, in every order in which they can meet. A client that waits for a
 * lock of the other is passed over until the other has moved on.
 */
export interface Gate {
  /** Given to `connect({ beforeStatement })` of one client. */
  before(statement: string): Promise<void>
}

/** Lets one statement at a time through, in the order of a schedule of 0s and 1s. */
export class Conductor {
  readonly gates: readonly [Gate, Gate]
  readonly #waiting: [(() => void) | null, (() => void) | null] = [null, null]
  readonly #done: [boolean, boolean] = [false, false]
  readonly #moved: [number, number] = [0, 0]
  #wake: (() => void) | null = null

  constructor() {
    this.gates = [this.#gate(0), this.#gate(1)]
  }

  /** How many statements each client has sent. */
  get moved(): readonly [number, number] {
    return this.#moved
  }

  finish(client: 0 | 1): void {
    this.#done[client] = true
    this.#wake?.()
  }

  /**
   * Runs the schedule, then lets both finish. Whose turn it is but who is held by the database (a lock) or has ended is
   * skipped after `patience` milliseconds.
   */
  async conduct(schedule: readonly (0 | 1)[], patience: number): Promise<void> {
    for (const turn of schedule) await this.#step(turn, patience)
    while (!this.#done[0] || !this.#done[1]) {
      for (const client of [0, 1] as const) await this.#step(client, patience)
    }
  }

  #gate(client: 0 | 1): Gate {
    return {
      before: () =>
        new Promise<void>((resolve) => {
          this.#waiting[client] = resolve
          this.#wake?.()
        }),
    }
  }

  async #step(client: 0 | 1, patience: number): Promise<void> {
    const until = performance.now() + patience
    while (!this.#waiting[client] && !this.#done[client]) {
      const left = until - performance.now()
      if (left <= 0) return
      await this.#change(left)
    }
    const go = this.#waiting[client]
    this.#waiting[client] = null
    if (!go) return
    this.#moved[client] += 1
    go()
  }

  #change(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds)
      this.#wake = () => {
        clearTimeout(timer)
        this.#wake = null
        resolve()
      }
    })
  }
}

/** Every order of `first` statements of one client and `second` of the other: (first + second)! ÷ (first! second!). */
export function* schedules(first: number, second: number): Generator<(0 | 1)[]> {
  if (first === 0 && second === 0) yield []
  if (first > 0) for (const rest of schedules(first - 1, second)) yield [0, ...rest]
  if (second > 0) for (const rest of schedules(first, second - 1)) yield [1, ...rest]
}

/** How many orders there are. */
export function countSchedules(first: number, second: number): number {
  let count = 1
  for (let at = 1; at <= second; at += 1) count = (count * (first + at)) / at
  return Math.round(count)
}

/** `wanted` orders spread evenly over all of them; all when there are no more. */
export function* someSchedules(first: number, second: number, wanted: number): Generator<(0 | 1)[]> {
  const all = countSchedules(first, second)
  if (all <= wanted) {
    yield* schedules(first, second)
    return
  }
  for (let at = 0; at < wanted; at += 1) yield scheduleAt(first, second, Math.floor((at * all) / wanted))
}

function scheduleAt(first: number, second: number, index: number): (0 | 1)[] {
  const schedule: (0 | 1)[] = []
  let left = [first, second] as [number, number]
  let rest = index
  while (left[0] + left[1] > 0) {
    const withFirst = left[0] > 0 ? countSchedules(left[0] - 1, left[1]) : 0
    const turn = rest < withFirst ? 0 : 1
    if (turn === 1) rest -= withFirst
    schedule.push(turn)
    left = turn === 0 ? [left[0] - 1, left[1]] : [left[0], left[1] - 1]
  }
  return schedule
}
