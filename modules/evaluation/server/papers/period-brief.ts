import { type Bilingual, periodName } from '@opensti/kernel'
import { chartSvg, type OfficialPaper, type PaperBlock, type PaperTable } from '@opensti/office'
import type { PlanForStaff } from '@opensti/plans'
import type { PlanIndicator } from '@opensti/plans/contract'
import { formatAmount, formatDate, formatFigure, formatNumber } from '@opensti/ui'
import type { Room } from './one-page.ts'
import { withOthers } from './other-troubled.ts'
import { shortened, tight } from './words.ts'

/** A figure of the period, with the one of a year before. */
export interface PeriodFigure {
  indicatorId: string
  name: string
  value: number
  unit: string
  nature: 'working' | 'statistical'
  before: number | null
}

/** What a brief about a period is made of. */
export interface PeriodFacts {
  period: string
  office: Bilingual
  plan: Omit<PlanForStaff, 'tasks'>
  /** What the ledger has of the period itself, of indicators with a target: also months, by which the plan is not judged. */
  figures: readonly PeriodFigure[]
  /** Items under supervision that are overdue, with the unit that owes them. */
  overdue: readonly { title: string; unitId: string; unit: string; dueDay: string }[]
  /** The day it is made for. */
  day: string
}

/** The number under which a brief was issued, counted in its period from 1, and the digest of its facts; null for a draft. */
export type BriefIssue = { edition: number; digest: string } | null

/** The worst first. */
const red = ['missed', 'far-behind', 'behind']

/** Indicators with a target. */
export const judgedOf = ({ plan }: PeriodFacts): PlanIndicator[] => plan.indicators.filter((one) => one.target !== null)

/** Those that lag, the worst first. */
export function troubledOf(facts: PeriodFacts): PlanIndicator[] {
  return judgedOf(facts)
    .filter(({ progress }) => red.includes(progress.status))
    .toSorted(
      (a, b) =>
        red.indexOf(a.progress.status) - red.indexOf(b.progress.status) ||
        (a.progress.done ?? 0) - (b.progress.done ?? 0),
    )
}

/** The one-page brief of a period: headline numbers, what is red, why, what it needs, one chart, sources. A draft says that it is one. */
export function periodBrief(facts: PeriodFacts, issue: BriefIssue, room: Room): OfficialPaper {
  const { period, office, day } = facts
  const judged = judgedOf(facts)
  const troubled = troubledOf(facts)
  const when = periodName(period).zh
  return {
    form: 'brief',
    issuer: '科技创新专报',
    number: `${when}${issueWords(issue)}`,
    title: '科技创新规划主要指标进展情况',
    body: [
      { kind: 'paragraph', lead: '总的看，', text: tight(headline(facts, room)) },
      ...(room.chart > 0
        ? chartOf(troubled.length > 1 ? '滞后指标' : '主要指标', troubled.length > 1 ? troubled : judged, room.chart)
        : []),
      ...problems(troubled, { facts, issue, room }),
    ],
    signature: { name: office.zh, date: day },
  }
}

function issueWords(issue: BriefIssue): string {
  if (!issue) return '（草稿，未签发）'
  return issue.edition > 1 ? `（第${issue.edition}次签发）` : ''
}

function headline(facts: PeriodFacts, { whole }: Room): string {
  const { plan, figures } = facts
  const judged = judgedOf(facts)
  const count = (...statuses: string[]) => judged.filter((one) => statuses.includes(one.progress.status)).length
  const parts = [
    [count('reached'), '已达到目标'],
    [count('ahead', 'on-track'), '达到或快于时序进度'],
    [count('behind', 'far-behind', 'missed'), '滞后'],
    [count('not-yet'), '暂不判断快慢'],
    [count('no-data'), '尚无数据'],
  ] as const
  const counted = parts.flatMap(([number, words]) => (number > 0 ? [`${words}${number}项`] : []))
  const told = figures.slice(0, whole ? 3 : 2).map(figureWords)
  return `规划期已过${formatNumber(plan.elapsed * 100, 0)}%，${judged.length}项主要指标中，${counted.join('、')}。本期有新数据${figures.length}项${told.length > 0 ? `，其中${told.join('；')}` : ''}。`
}

function figureWords({ name, value, unit, before }: PeriodFigure): string {
  const change =
    before !== null && before > 0 && unit !== '%'
      ? `，同比${value >= before ? '增长' : '下降'}${formatNumber(Math.abs(value / before - 1) * 100, 1)}%`
      : ''
  return `${name}${formatAmount(value, unit, 'zh')}${change}`
}

/** How much of the way is done, beside the time that has passed. */
function chartOf(whose: string, indicators: readonly PlanIndicator[], height: number): PaperBlock[] {
  const shown = indicators
    .filter(({ progress }) => progress.done !== null && progress.elapsed !== null && progress.done >= -0.5)
    .slice(0, 4)
  if (shown.length < 2) return []
  const percent = (share: number | null) => Math.round(Math.min(1.5, share ?? 0) * 100)
  const svg = chartSvg(
    {
      kind: 'bar',
      height,
      title: `图1　${whose}：走过的路程和用去的时间`,
      unit: '%',
      categories: shown.map((one) => shortName(one.name.zh)),
      series: [
        { name: '从基期到目标已走过', values: shown.map((one) => percent(one.progress.done)) },
        { name: '时间已用去', values: shown.map((one) => percent(one.progress.elapsed)) },
      ],
    },
    String,
  )
  const said = shown.map(
    (one) => `${one.name.zh}走过${percent(one.progress.done)}%，时间用去${percent(one.progress.elapsed)}%`,
  )
  return [{ kind: 'picture', svg, description: `${said.join('；')}。` }]
}

const shortName = (name: string): string => (name.length > 10 ? `${name.slice(0, 9)}…` : name)

interface Setting {
  facts: PeriodFacts
  issue: BriefIssue
  room: Room
}

function problems(troubled: readonly PlanIndicator[], { facts, issue, room }: Setting): PaperBlock[] {
  const { overdue, day } = facts
  const first = overdue[0]
  const late = first
    ? `逾期督查事项${overdue.length}件${room.whole ? `，最早的是${first.unit}“${shortened(first.title, 22)}”` : ''}。`
    : ''
  const check = issue ? `数据SHA-256摘要前16位 ${issue.digest.slice(0, 16)}，可在公开网站“核验文件”核对。` : ''
  const note = `${late}来源：规划台账，截至${formatDate(day, 'zh')}；工作数据未经统计部门审定，供内部参考。${check}`
  if (troubled.length === 0)
    return [
      {
        kind: 'paragraph',
        lead: '没有滞后指标。',
        text: `各项指标均达到或快于时序进度，或者暂不判断快慢。${note}`,
      },
    ]
  const table: PaperTable = {
    kind: 'table',
    dense: true,
    caption: `滞后的${troubled.length}项指标${troubled.length > room.rows ? `（详列前${room.rows}项）` : ''}`,
    columns: [
      { heading: '指标（牵头单位）', share: 3.4, align: 'left' },
      { heading: '现状和应达', share: 2.2, align: 'left' },
      { heading: '为什么', share: 2.7, align: 'left' },
      { heading: '需要什么', share: 2.7, align: 'left' },
    ],
    rows: troubled
      .slice(0, room.rows)
      .map((one) => [
        `${one.name.zh}（${leadOf(one)}）`,
        tight(nowWords(one)),
        tight(whyWords(one, overdue)),
        tight(needWords(one)),
      ]),
  }
  const others = troubled.slice(room.rows).map((one) => ({ name: one.name.zh, stands: tight(nowWords(one)) }))
  return withOthers(table, others, { room, where: '附表（Excel）', note })
}

/** The unit that answers for it, by its short name. */
export function leadOf({ unitsResponsible: [first] }: PlanIndicator): string {
  return first?.shortName.zh ?? '未定'
}

/** Where it stands, and where it should. */
export function nowWords({ latest, progress, unit }: PlanIndicator): string {
  if (!latest) return '尚无数据'
  const asked =
    progress.expectedNow === null ? '' : `，应达${formatAmount(Number(progress.expectedNow.toFixed(1)), unit, 'zh')}`
  return `${formatFigure(latest, 'zh')}${asked}`
}

/** Nothing is guessed: what the figures show, and what supervision knows. */
export function whyWords({ progress, unit, unitsResponsible }: PlanIndicator, overdue: PeriodFacts['overdue']): string {
  const seen = progress.growth?.observed
  const ids = new Set(unitsResponsible.map(({ id }) => id))
  const own = overdue.filter(({ unitId }) => ids.has(unitId)).length
  const pace = seen == null ? '' : `近年每年${change(seen, progress.growth!.per, unit)}`
  return [pace, own > 0 ? `牵头单位逾期督查${own}件` : ''].filter(Boolean).join('；') || '有待牵头单位说明'
}

/** The change a year that leads to the target. */
export function needWords({ progress, unit, target }: PlanIndicator): string {
  const goal = target ? `${target.year ?? ''}年${formatFigure(target, 'zh')}` : ''
  const needed = progress.growth?.needed
  return needed == null ? `达到${goal}` : `每年${change(needed, progress.growth!.per, unit)}，才到${goal}`
}

function change(value: number, per: 'percent' | 'points', unit: string): string {
  const size = Math.abs(value)
  if (size < 0.0005) return '没有变化'
  const amount =
    per === 'percent'
      ? `${formatNumber(size * 100, 1)}%`
      : `${formatNumber(size, 2)}${unit === '%' ? '个百分点' : unit}`
  return `${value < 0 ? '下降' : '增长'}${amount}`
}
