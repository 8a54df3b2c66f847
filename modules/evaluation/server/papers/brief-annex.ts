import { periodName } from '@opensti/kernel'
import { makeWorkbook } from '@opensti/office'
import { type BriefIssue, judgedOf, leadOf, needWords, nowWords, type PeriodFacts, whyWords } from './period-brief.ts'
import { statusWord, tight } from './words.ts'

const headings = [
  ['指标', 34],
  ['牵头单位', 18],
  ['判断', 14],
  ['本期值', 14],
  ['本期数据性质', 14],
  ['最新期间', 12],
  ['最新值', 12],
  ['单位', 10],
  ['现状，应达', 30],
  ['为什么', 30],
  ['需要什么', 34],
] as const

/** The annex of a brief (附表): every indicator with a target, also those for which the page has no room. */
export function makeAnnex(facts: PeriodFacts, issue: BriefIssue): Promise<Uint8Array> {
  const draft = issue ? '' : '（草稿，未签发）'
  return makeWorkbook(
    [
      {
        name: '附表',
        title: `${periodName(facts.period).zh}科技创新专报附表${draft}`,
        columns: headings.map(([heading, width]) => ({ heading, width })),
        rows: judgedOf(facts).map((one) => [
          one.name.zh,
          leadOf(one),
          statusWord(one.progress.status),
          ...ofPeriod(facts, one.indicatorId),
          one.latest ? periodName(one.latest.period).zh : null,
          one.latest?.value ?? null,
          one.unit,
          tight(nowWords(one)),
          tight(whyWords(one, facts.overdue)),
          tight(needWords(one)),
        ]),
        notes: [`来源：规划台账，截至${facts.day}；工作数据未经统计部门审定，供内部参考。`],
      },
    ],
    { madeOn: new Date(`${facts.day}T00:00:00Z`) },
  )
}

/** The figure of the period itself, and its nature: both stand beside what the plan is judged by, and are never mixed with it. */
function ofPeriod({ figures }: PeriodFacts, indicatorId: string): (string | number | null)[] {
  const figure = figures.find((one) => one.indicatorId === indicatorId)
  if (!figure) return [null, null]
  return [figure.value, figure.nature === 'statistical' ? '统计数据' : '工作数据']
}
