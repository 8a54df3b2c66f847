/**
 * Two clients, each a sequence of statements, in every order in which they can meet. One statement runs at a time; a
 * client that waits for a lock of the other is passed over until the other has moved on.
 */
export class Conductor {
  readonly #blocked: (client: Client) => Promise<boolean>
  readonly #waiting: [(() => void) | null, (() => void) | null] = [null, null]
  readonly #done: [boolean, boolean] = [false, false]
  readonly #moved: [number, number] = [0, 0]
  #wake: (() => void) | null = null

  /** @param blocked asks the database whether this client waits for a lock. */
  constructor(blocked: (client: Client) => Promise<boolean>) {
    this.#blocked = blocked
  }

  /** How many statements each client has sent. */
  get moved(): readonly [number, number] {
    return this.#moved
  }

  /** Awaited by a client before every statement. */
  gate(client: Client): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting[client] = () => resolve()
      this.#wake?.()
    })
  }

  finish(client: Client): void {
    this.#done[client] = true
    this.#wake?.()
  }

  /** Runs the schedule, then lets both come to their ends in turn. */
  async conduct(schedule: Schedule): Promise<void> {
    await this.#settle()
    for (const turn of schedule) await this.#let(turn)
    for (let idle = 0; !this.#done[0] || !this.#done[1]; ) {
      const moved = this.#moved[0] + this.#moved[1]
      for (const client of [0, 1] as const) await this.#let(client)
      idle = this.#moved[0] + this.#moved[1] === moved ? idle + 1 : 0
      if (idle > 1000) throw new Error('Both clients wait for ever.')
    }
  }

  async #let(client: Client): Promise<void> {
    const go = this.#waiting[client]
    this.#waiting[client] = null
    if (go) {
      this.#moved[client] += 1
      go()
    }
    await this.#settle()
  }

  /** Until each client stands at its gate, has ended, or waits for a lock: only then the next may move. */
  async #settle(): Promise<void> {
    for (const client of [0, 1] as const) {
      const deadline = performance.now() + 20_000
      while (!this.#waiting[client] && !this.#done[client]) {
        await this.#change(4)
        if (this.#waiting[client] || this.#done[client]) break
        if (await this.#blocked(client)) break
        if (performance.now() > deadline) throw new Error('A client neither moves nor waits for a lock.')
      }
    }
  }

  #change(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(done, milliseconds)
      const wake = this.#wake
      this.#wake = done
      function done() {
        clearTimeout(timer)
        wake?.()
        resolve()
      }
    })
  }
}

export type Client = 0 | 1

/** Whose turn it is, statement by statement. */
export type Schedule = readonly Client[]

/** Every order of `first` statements of one client and `second` of the other: (first + second)! ÷ (first! second!). */
export function* schedules(first: number, second: number): Generator<Schedule> {
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

/**
 * The orders in which a client is interrupted before its end at most `interruptions` times in all. Most races that go
 * wrong at all do so with one or two.
 */
export function* interrupted(first: number, second: number, interruptions: number): Generator<Schedule> {
  for (const starter of [0, 1] as const) yield* continued([], [first, second], starter, interruptions)
}

function* continued(
  before: Schedule,
  left: readonly [number, number],
  client: Client,
  interruptions: number,
): Generator<Schedule> {
  const other = client === 0 ? 1 : 0
  const run = (who: Client, count: number) => Array<Client>(count).fill(who)
  yield [...before, ...run(client, left[client]), ...run(other, left[other])]
  if (interruptions === 0 || left[other] === 0) return
  for (let count = 1; count < left[client]; count += 1) {
    const rest: [number, number] = [left[0], left[1]]
    rest[client] -= count
    yield* continued([...before, ...run(client, count)], rest, other, interruptions - 1)
  }
}

/** At most `wanted` of a list, spread evenly over it. */
export function spread<Item>(items: readonly Item[], wanted: number): Item[] {
  if (items.length <= wanted) return [...items]
  return Array.from({ length: wanted }, (_, at) => items[Math.floor(((at + 0.5) * items.length) / wanted)]!)
}
