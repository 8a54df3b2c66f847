import { formatShare } from '@opensti/ui'
import type { Progress } from '../../contract.ts'
import type { Voice } from '../page.ts'
import { amountText, judged, periodText } from './figures.ts'
import { expectedShare } from './shares.ts'

/** What goes with a bar of progress: how long it is, where the tick stands, and the same in words. */
export interface ProgressBar {
  done: number
  expected: number | null
  /** For the eye that cannot see the bar. */
  label: string
  /** What stands below the bar. */
  words: string
}

/** The bar of a target: the way done where there is a start, else the share of the target; null where neither can be said. */
export function progressBar(progress: Progress, unit: string, voice: Voice): ProgressBar | null {
  const { text } = voice
  if (progress.done !== null) {
    const expected = expectedShare(progress)
    const [done, asked] = [formatShare(progress.done), expected === null ? null : formatShare(expected)]
    return {
      done: progress.done,
      expected,
      label: text.bulletLabel(done, asked),
      words: asked ? `${text.done(done)} · ${text.expectedShare(asked)}` : text.done(done),
    }
  }
  if (progress.share === null) return null
  const words = shareWords(progress, unit, voice)
  return { done: progress.share, expected: null, label: words, words }
}

/** Share of the target and what remains: 目标的 32%，还差 34 个百分点. */
export function shareWords(progress: Progress, unit: string, voice: Voice): string {
  const { text } = voice
  const share = progress.share === null ? '' : shareOfTarget(progress, voice)
  const gap = progress.gap === null ? '' : text.toGo(gapText(progress, unit, voice))
  return [share, gap].filter(Boolean).join(text.comma)
}

/** What remains to a target, shares in percentage points; empty where nothing remains or nobody knows. */
export function gapText(progress: Progress, unit: string, voice: Voice): string {
  if (progress.gap === null) return ''
  const counted = judged(progress)?.goal.unit || unit
  if (progress.rule === 'rank') return voice.text.places(progress.gap)
  return amountText(progress.gap, counted === '%' ? '个百分点' : counted, progress.rule, voice)
}

/** A change per year: 增长 6.1%, 提高 8.5 个百分点; +6.1%, +8.5 percentage points. */
export function growthText(change: number, per: 'percent' | 'points', voice: Voice): string {
  const size = Math.abs(change)
  const amount =
    per === 'percent'
      ? amountText(Number((size * 100).toFixed(1)), '%', 'at-least', voice)
      : amountText(Number(size.toFixed(2)), '个百分点', 'at-least', voice)
  return voice.text.change(amount, per, change < 0)
}

/** What stands below a status: how much is done in how much time, or the share of the target; then what each year still needs. */
export function statusWords(progress: Progress, unit: string, voice: Voice): string[] {
  const { text } = voice
  const time = progress.elapsed === null ? '' : text.elapsedWhen(formatShare(progress.elapsed))
  const first = progress.done === null ? shareWords(progress, unit, voice) : text.done(formatShare(progress.done))
  const needed = progress.growth?.needed ?? null
  return [
    [first, time].filter(Boolean).join(text.comma),
    progress.growth && needed !== null && progress.status !== 'missed'
      ? text.mustChange(
          growthText(needed, progress.growth.per, voice),
          periodText(judged(progress)?.actual.period ?? '', voice),
        )
      : '',
  ].filter(Boolean)
}

/** Every number that went into a result, and what follows from them, as rows of a table. */
export function progressRows(
  progress: Progress,
  unit: string,
  voice: Voice,
): { label: string; period: string | null; value: string }[] {
  const { text, say } = voice
  const inUnit = (value: number) => amountText(value, judged(progress)?.goal.unit || unit, progress.rule, voice)
  const { growth } = progress
  return [
    ...progress.inputs.map((input) => {
      const [label, period] = [say(input.label), input.period === null ? null : periodText(input.period, voice)]
      return {
        label,
        // The label of a value names its period already.
        period: period !== null && label.includes(period) ? null : period,
        value: input.value === null ? '—' : amountText(input.value, input.unit || unit, progress.rule, voice),
      }
    }),
    ...(progress.elapsed === null ? [] : [plain(text.elapsedThen, formatShare(progress.elapsed))]),
    ...(progress.expectedNow === null
      ? []
      : [plain(text.expectedNow, inUnit(asExactAsInputs(progress.expectedNow, progress)))]),
    ...(progress.gap === null ? [] : [plain(text.gap, gapText(progress, unit, voice))]),
    ...(growth === null || growth.needed === null
      ? []
      : [plain(text.growthNeeded, growthText(growth.needed, growth.per, voice))]),
    ...(growth === null || growth.observed === null
      ? []
      : [plain(text.growthObserved, growthText(growth.observed, growth.per, voice))]),
  ]
}

function plain(label: string, value: string) {
  return { label, period: null, value }
}

function shareOfTarget(progress: Progress, { text }: Voice): string {
  const share = formatShare(progress.share ?? 0)
  return progress.rule === 'at-most' ? text.limitOfValue(share) : text.ofTarget(share)
}

/** The path asks for 2,735.2 enterprises; nobody counts fifths of one. */
function asExactAsInputs(expected: number, { inputs }: Progress): number {
  return inputs.every(({ value }) => value === null || Number.isInteger(value)) ? Math.round(expected) : expected
}
