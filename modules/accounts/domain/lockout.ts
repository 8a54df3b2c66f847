/** How many wrong tries are free, and how the pause after each further one grows. */
export interface LockoutRule {
  freeTries: number
  firstPauseSeconds: number
  longestPauseSeconds: number
  /** After so long without a wrong try the count starts again. */
  forgetAfterSeconds: number
}

/** Wrong tries in a row at one account name or from one address. */
export interface Failures {
  count: number
  lastAt: Date
}

const minute = 60
const hour = 60 * minute

/** One account name, whether it exists or not. */
export const accountLockout: LockoutRule = {
  freeTries: 5,
  firstPauseSeconds: minute,
  longestPauseSeconds: hour,
  forgetAfterSeconds: 24 * hour,
}

/** One address; wider, because a whole office may share it. Signing in rightly does not clear it: attackers have accounts too. */
export const addressLockout: LockoutRule = {
  freeTries: 30,
  firstPauseSeconds: minute,
  longestPauseSeconds: hour,
  forgetAfterSeconds: hour,
}

/** Letters for a forgotten password, by the name they are asked for. */
export const recoveryByName: LockoutRule = {
  freeTries: 3,
  firstPauseSeconds: 10 * minute,
  longestPauseSeconds: hour,
  forgetAfterSeconds: 2 * hour,
}

/** The same from one address: a whole office may sit behind it. */
export const recoveryByAddress: LockoutRule = {
  freeTries: 20,
  firstPauseSeconds: 10 * minute,
  longestPauseSeconds: hour,
  forgetAfterSeconds: 2 * hour,
}

/** Ways to the identity provider begun from one address; each leaves a row for some minutes. */
export const outsideByAddress: LockoutRule = {
  freeTries: 300,
  firstPauseSeconds: minute,
  longestPauseSeconds: hour,
  forgetAfterSeconds: hour,
}

export function isForgotten(failures: Failures, rule: LockoutRule, now: Date): boolean {
  return now.getTime() - failures.lastAt.getTime() >= rule.forgetAfterSeconds * 1000
}

/**
 * Until when no further try is looked at; null when one may be made now. The pause doubles with every wrong try beyond
 * the free ones. Tries during a pause are not counted, so that nobody can be kept out for ever.
 */
export function lockedUntil(failures: Failures | undefined, rule: LockoutRule, now: Date): Date | null {
  if (!failures || failures.count < rule.freeTries || isForgotten(failures, rule, now)) return null
  const doublings = Math.min(failures.count - rule.freeTries, 30)
  const pause = Math.min(rule.firstPauseSeconds * 2 ** doublings, rule.longestPauseSeconds)
  const until = new Date(failures.lastAt.getTime() + pause * 1000)
  return until > now ? until : null
}
