import { type Bilingual, periodName } from '@opensti/kernel'
import { chartSvg, type OfficialPaper, type PaperBlock } from '@opensti/office'
import type { PlanIndicator, PlanView } from '@opensti/plans/contract'
import { formatAmount, formatFigure, formatNumber } from '@opensti/ui'
import type { Room } from './one-page.ts'
import { shortened } from './words.ts'

/** What a brief about a period is made of. */
export interface PeriodFacts {
  period: string
  office: Bilingual
  plan: PlanView
  /** Items under supervision that are overdue, with the unit that owes them. */
  overdue: readonly { title: string; unitId: string; unit: string; dueDay: string }[]
  /** The day it is made for. */
  day: string
}

const isRed = ({ progress }: PlanIndicator) => ['missed', 'far-behind', 'behind'].includes(progress.status)
const order = ['missed', 'far-behind', 'behind']

/** The one-page brief of a period: headline numbers, what is red, why, what it needs, one chart, sources. */
export function periodBrief({ period, office, plan, overdue, day }: PeriodFacts, room: Room): OfficialPaper {
  const judged = plan.indicators.filter((one) => one.target !== null)
  const red = judged
    .filter(isRed)
    .toSorted(
      (a, b) =>
        order.indexOf(a.progress.status) - order.indexOf(b.progress.status) ||
        (a.progress.done ?? 0) - (b.progress.done ?? 0),
    )
  const when = periodName(period).zh
  return {
    form: 'brief',
    issuer: '科技创新专报',
    number: when,
    title: `${when}科技创新规划\n主要指标进展情况`,
    body: [
      { kind: 'paragraph', lead: '总的看，', text: headline(plan, judged, period) },
      ...(room < 3 ? chartOf(red.length > 0 ? red : judged) : []),
      ...redWords(red, overdue, room),
      ...overdueWords(overdue, room),
      {
        kind: 'paragraph',
        lead: '来源：',
        text: `${plan.plan.name.zh}及规划台账，数据截至${day}；工作数据未经统计部门审定，仅供内部参考。`,
      },
    ],
    signature: { name: office.zh, date: day },
  }
}

function headline(plan: PlanView, judged: readonly PlanIndicator[], period: string): string {
  const count = (...statuses: string[]) => judged.filter((one) => statuses.includes(one.progress.status)).length
  const fresh = judged.filter((one) => one.series.some((point) => point.period === period))
  const parts = [
    [count('reached'), '已达到目标'],
    [count('ahead', 'on-track'), '达到或快于时序进度'],
    [count('behind', 'far-behind', 'missed'), '滞后'],
    [count('not-yet'), '暂不判断快慢'],
    [count('no-data'), '尚无数据'],
  ] as const
  const counted = parts.flatMap(([number, words]) => (number > 0 ? [`${words}${number}项`] : []))
  return `规划时间已过${formatNumber(plan.elapsed * 100, 0)}%，${judged.length}项主要指标中，${counted.join('、')}。本期有新数据的${fresh.length}项${
    fresh.length > 0
      ? `：${fresh
          .slice(0, 3)
          .map((one) => freshWords(one, period))
          .join('；')}`
      : ''
  }。`
}

function freshWords(one: PlanIndicator, period: string): string {
  const at = one.series.findIndex((point) => point.period === period)
  const value = one.series[at]?.value ?? 0
  const yearBefore = one.series.find((point) => point.period === `${Number(period.slice(0, 4)) - 1}${period.slice(4)}`)
  const change =
    yearBefore && yearBefore.value > 0 && one.unit !== '%'
      ? `，比上年同期${value >= yearBefore.value ? '增长' : '下降'}${formatNumber(Math.abs(value / yearBefore.value - 1) * 100, 1)}%`
      : ''
  return `${one.name.zh}${formatAmount(value, one.unit, 'zh')}${change}`
}

/** How much of the way is done, beside what the path asks for by now. */
function chartOf(indicators: readonly PlanIndicator[]): PaperBlock[] {
  const shown = indicators
    .filter((one) => one.progress.done !== null && one.progress.elapsed !== null && one.progress.done >= 0)
    .slice(0, 4)
  if (shown.length < 2) return []
  const percent = (share: number | null) => Math.round(Math.min(1.5, share ?? 0) * 100)
  const svg = chartSvg(
    {
      kind: 'bar',
      title: '图1　已走过的路程与已用去的时间',
      unit: '%',
      categories: shown.map((one) => shortName(one.name.zh)),
      series: [
        { name: '已走过的路程（从基期到目标）', values: shown.map((one) => percent(one.progress.done)) },
        { name: '已用去的时间', values: shown.map((one) => percent(one.progress.elapsed)) },
      ],
    },
    String,
  )
  const said = shown.map(
    (one) => `${one.name.zh}走过${percent(one.progress.done)}%，时间用去${percent(one.progress.elapsed)}%`,
  )
  return [{ kind: 'picture', svg, description: `${said.join('；')}。` }]
}

const shortName = (name: string): string => (name.length > 11 ? `${name.slice(0, 10)}…` : name)

function redWords(red: readonly PlanIndicator[], overdue: PeriodFacts['overdue'], room: Room): PaperBlock[] {
  if (red.length === 0)
    return [{ kind: 'paragraph', lead: '没有滞后指标。', text: '各项指标均达到或快于时序进度，或者暂不判断快慢。' }]
  const shown = red.slice(0, Math.max(1, 3 - room))
  return [
    {
      kind: 'paragraph',
      lead: '需要关注的是，',
      text: `滞后指标${red.length}项${red.length > shown.length ? '，其中：' : '：'}`,
    },
    ...shown.map(
      (one): PaperBlock => ({
        kind: 'paragraph',
        lead: `${one.name.zh}（${one.unitsResponsible[0]?.name.zh ?? '牵头单位未定'}）。`,
        text: `${latestWords(one)}${needWords(one)}${whyWords(one, overdue)}`,
      }),
    ),
  ]
}

function latestWords({ latest, target, progress }: PlanIndicator): string {
  const now = latest ? `${periodName(latest.period).zh}为${formatFigure(latest, 'zh')}` : ''
  const asked = progress.expectedNow === null ? '' : `，按进度应为${formatNumber(progress.expectedNow, 1)}`
  return `${now}${asked}，${target?.year ?? ''}年目标${target ? formatFigure(target, 'zh') : ''}。`
}

/** What it needs: the change a year that leads to the target, beside the one that was seen. */
function needWords({ progress, unit }: PlanIndicator): string {
  const growth = progress.growth
  if (!growth || growth.needed === null) return ''
  const say = (value: number) =>
    growth.per === 'percent'
      ? `${formatNumber(value * 100, 1)}%`
      : `${formatNumber(value, 2)}${unit === '%' ? '个百分点' : unit}`
  const seen = growth.observed === null ? '' : `，而近年为${say(growth.observed)}`
  return `要达到目标，每年需${growth.needed < 0 ? '下降' : '增长'}${say(Math.abs(growth.needed))}${seen}。`
}

function whyWords({ unitsResponsible }: PlanIndicator, overdue: PeriodFacts['overdue']): string {
  const ids = new Set(unitsResponsible.map(({ id }) => id))
  const own = overdue.find(({ unitId }) => ids.has(unitId))
  return own ? `牵头单位有逾期督查事项“${shortened(own.title, 24)}”。` : ''
}

function overdueWords(overdue: PeriodFacts['overdue'], room: Room): PaperBlock[] {
  if (overdue.length === 0 || room > 1) return []
  const first = overdue[0]!
  return [
    {
      kind: 'paragraph',
      lead: '督查方面，',
      text: `逾期未办结${overdue.length}件，最早的是${first.unit}“${shortened(first.title, 26)}”（应于${first.dueDay}办结）。`,
    },
  ]
}
