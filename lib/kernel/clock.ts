/** Code that must know the time is handed a clock; deadlines are decided by the database's own. */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }

/** A clock for tests: it stands where it is put and moves when told. */
export function fixedClock(
  start: string | Date,
): Clock & { set(to: string | Date): void; advance(milliseconds: number): void } {
  let at = new Date(start)
  return {
    now: () => at,
    set: (to) => {
      at = new Date(to)
    },
    advance: (milliseconds) => {
      at = new Date(at.getTime() + milliseconds)
    },
  }
}
