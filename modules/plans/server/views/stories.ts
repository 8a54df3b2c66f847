import { endOfPeriod, type Language, yearOf } from '@opensti/kernel'
import { afterWord, formatAmount, formatFigure, formatPeriod, formatShare } from '@opensti/ui'
import { indicatorAddress, planAddress, regionAddress } from '../../addresses.ts'
import type { Disagreement, Name, Progress, Story } from '../../contract.ts'
import { farShare } from '../../domain/progress/status.ts'
import type { AssessedIndicator } from './ledger.ts'
import { nameOf } from './rows.ts'

interface PlanWithIndicators {
  regionId: string
  code: string
  names: unknown
  indicators: readonly AssessedIndicator[]
}

/** Goals passed years early, then those far away and those missed; the most striking of each kind first. */
export function progressStories({ regionId, indicators }: PlanWithIndicators): Story[] {
  return indicators
    .flatMap((one) => storyOf(regionId, one))
    .sort((a, b) => b.weight - a.weight)
    .map(({ story }) => story)
}

/** One story for all goals of a plan whose time is up and for which no figure is known. */
export function unknownStory(plan: PlanWithIndicators, thisYear: number): Story[] {
  const due = plan.indicators.flatMap(({ target, progress }) =>
    target?.year != null && target.year < thisYear && progress.status === 'no-data' ? [target.year] : [],
  )
  if (due.length === 0) return []
  const name = nameOf(plan.names)
  const [first, last] = [Math.min(...due), Math.max(...due)]
  const years =
    first === last ? { zh: `${last}年`, en: `${last}` } : { zh: `${first}—${last}年`, en: `${first}–${last}` }
  const text = {
    zh: `${name.zh}：${due.length} 项${years.zh}的目标已经到期，没有可以对照的实际数`,
    en: `${name.en}: ${due.length} ${due.length === 1 ? 'goal' : 'goals'} for ${years.en} ${due.length === 1 ? 'is' : 'are'} due, with no figure to compare`,
  }
  return [{ kind: 'unknown', text, href: `${planAddress(plan.regionId, plan.code)}?by=status` }]
}

/** Where papers disagree, in the order given; those about an indicator that is told already are left to the list below. */
export function disagreementStories(
  regionId: string,
  disagreements: readonly Disagreement[],
  told: readonly Story[],
): Story[] {
  return disagreements.flatMap(({ indicatorId, title, about }) => {
    const page = indicatorId === null ? null : indicatorAddress(regionId, indicatorId)
    if (told.some((story) => story.href === page)) return []
    return [{ kind: 'disagree', text: title ?? about, href: page ?? `${regionAddress(regionId)}#disagreements` }]
  })
}

/** One story for all that is lost from the text of one plan. */
export function lostStory(plan: Omit<PlanWithIndicators, 'indicators'>, lost: readonly unknown[]): Story[] {
  const parts = lost.map(nameOf)
  const [first] = parts
  if (!first) return []
  const name = nameOf(plan.names)
  const more = parts.length > 1
  const text = {
    zh: `${name.zh}：现有文本缺${more ? ` ${parts.length} 处，如` : '：'}${first.zh}`,
    en: `${name.en}: ${more ? `${parts.length} parts are lost from the copy, such as` : 'lost from the copy:'} ${first.en}`,
  }
  return [{ kind: 'lost', text, href: `${planAddress(plan.regionId, plan.code)}#lost` }]
}

function storyOf(
  regionId: string,
  { code, names, target, progress }: AssessedIndicator,
): { weight: number; story: Story }[] {
  const actual = progress.inputs.at(-2)
  if (progress.status === 'no-data' || !target || target.year === null || !actual?.period || actual.value === null)
    return []
  const { value, unit, period } = actual
  const facts = {
    names,
    progress,
    year: target.year,
    period: (language: Language) => formatPeriod(period, language),
    now: (language: Language) => formatAmount(value, unit, language),
    goal: (language: Language) => formatFigure(target, language),
  }
  const href = indicatorAddress(regionId, code)
  const share = progress.done ?? progress.share ?? 0
  if (progress.status === 'reached') {
    // A range is kept, not passed.
    if (yearOf(period) >= target.year || progress.rule === 'range') return []
    const early = target.year + 1 - endOfPeriod(period)
    return [{ weight: early + share / 100, story: { kind: 'passed-early', text: passed(facts), href } }]
  }
  if (progress.status === 'missed') {
    return [{ weight: 1 - share, story: { kind: 'missed', text: missed(facts), href } }]
  }
  const far =
    progress.status === 'far-behind' || (progress.status === 'not-yet' && share < farShare && hasShare(progress))
  return far ? [{ weight: 1 - share, story: { kind: 'far', text: farAway(facts), href } }] : []
}

function hasShare({ share }: Progress): boolean {
  return share !== null
}

interface Facts {
  names: Name
  progress: Progress
  year: number
  period: (language: Language) => string
  now: (language: Language) => string
  goal: (language: Language) => string
}

function passed({ names, year, period, now, goal }: Facts): Name {
  return {
    zh: `${names.zh}：${period('zh')}${afterWord('为', now('zh'))}，${afterWord(`${year}年的目标`, goal('zh'))}已提前达到`,
    en: `${names.en}: ${now('en')} in ${period('en')}; the goal for ${year}, ${goal('en')}, was reached early`,
  }
}

function missed({ names, year, period, now, goal }: Facts): Name {
  return {
    zh: `${names.zh}：${year}年${afterWord('目标', goal('zh'))}，${period('zh')}${afterWord('实际', now('zh'))}，到期没有达到`,
    en: `${names.en}: the goal for ${year} was ${goal('en')}; ${now('en')} in ${period('en')}, so it was missed`,
  }
}

function farAway({ names, progress, year, period, now, goal }: Facts): Name {
  const start = `${names.zh}：${period('zh')}${afterWord('为', now('zh'))}，${year}年${afterWord('目标', goal('zh'))}，`
  const begin = `${names.en}: ${now('en')} in ${period('en')}, ${goal('en')} wanted by ${year}; `
  if (progress.done === null) {
    const share = formatShare(progress.share ?? 0)
    return { zh: `${start}只到目标的 ${share}`, en: `${begin}${share} of the goal` }
  }
  if (progress.done < 0) return { zh: `${start}比起点还低`, en: `${begin}below where it began` }
  if (progress.done === 0) return { zh: `${start}还没有进展`, en: `${begin}no progress since the start` }
  const [done, elapsed] = [formatShare(progress.done), formatShare(progress.elapsed ?? 0)]
  return {
    zh: `${start}时间过了 ${elapsed}，只走完 ${done}`,
    en: `${begin}${elapsed} of the time is gone, ${done} of the way is done`,
  }
}
