import { endOfPeriod } from '@opensti/kernel'
import { formatShare } from '@opensti/ui'
import type { Progress, Target } from '../../contract.ts'
import type { Voice } from '../page.ts'
import { amountText, judged, periodText, targetText } from './figures.ts'

/** What a chart or a page says first: how far an indicator is, in one sentence with its numbers. */
export function headline(name: string, target: Target | null, progress: Progress, voice: Voice): string {
  const say = voice.text.headlines
  const facts = judged(progress)
  if (!facts || !target || facts.actual.value === null || facts.goal.value === null) return say.none(name)
  const { actual, goal } = { actual: facts.actual.value, goal: facts.goal.value }
  const at = facts.actual.period ?? ''
  const period = at && periodText(at, voice)
  const year = target.year === null ? '' : String(target.year)
  if (progress.rule === 'yes-no')
    return progress.status === 'reached' ? say.reached(name, period) : say.notDone(name, year)
  const value = () => amountText(actual, facts.actual.unit, progress.rule, voice)
  const words = () => targetText(target, progress.rule, voice)
  // A range is kept, not passed: being inside it today says nothing about its end.
  if (progress.rule === 'range' && progress.status === 'reached') return say.inRange(name, period, value(), words())
  if (progress.status === 'reached') {
    const early = target.year === null || at === '' ? 0 : Math.floor(target.year + 1 - endOfPeriod(at))
    return early > 0 && target.year !== null
      ? say.reachedEarly(name, period, target.year, early)
      : say.reached(name, period)
  }
  if (progress.rule === 'cumulative' && progress.done !== null) {
    return say.cumulative(name, period, year, formatShare(progress.done))
  }
  if ((progress.rule === 'at-least' || progress.rule === 'multiple') && goal > 0) {
    const share = formatShare(actual / goal)
    return progress.status === 'missed' ? say.shareMissed(name, period, share) : say.share(name, period, year, share)
  }
  return say.stands(name, period, value(), words())
}
