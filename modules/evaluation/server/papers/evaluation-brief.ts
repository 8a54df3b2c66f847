import type { OfficialPaper, PaperBlock, PaperTable } from '@opensti/office'
import { kindNames } from '../../domain/exercise-life.ts'
import type { ConcludedLine, Conclusion } from '../conclusion.ts'
import { lineChart } from './line-chart.ts'
import type { Room } from './one-page.ts'
import { withOthers } from './other-troubled.ts'
import { standingChart } from './standing-chart.ts'
import { checkPlace, countWords, dayOf, differing, ofKind, shortened, standingWord, tight, troubled } from './words.ts'

/** What the data of the conclusion are known by, and the address at which a paper can be checked. */
interface Proof {
  digest: string
  checkAt: string | null
}

/** The brief of a concluded evaluation: headline numbers, what is red, why, what it needs. */
export function briefOf(conclusion: Conclusion, proof: Proof, room: Room): OfficialPaper {
  const red = troubled(conclusion)
  return {
    form: 'brief',
    issuer: '科技创新专报',
    number: kindNames[conclusion.kind].zh,
    title: `${conclusion.plan.name.zh}实施情况`,
    body: [
      { kind: 'paragraph', lead: '总的看，', text: headline(conclusion) },
      ...chartOf(conclusion, red, room),
      ...problems(red, room, { ...proof, region: conclusion.region.name.zh }),
    ],
    signature: { name: conclusion.office.zh, date: dayOf(conclusion.concludedAt) },
  }
}

function headline(conclusion: Conclusion): string {
  const { score } = conclusion
  const differ = differing(conclusion).length
  const kinds = [
    ['主要指标', ofKind(conclusion, 'indicator')],
    ['重点任务', ofKind(conclusion, 'task')],
  ] as const
  const counted = kinds.flatMap(([name, lines]) =>
    lines.length > 0 ? [`${name}${lines.length}项：${countWords(lines)}`] : [],
  )
  return `${score ? `规划综合得分${score.total}分，等次“${score.grade.zh}”。` : ''}${counted.join('；')}。${differ > 0 ? `自评与复核不一致${differ}项。` : ''}`
}

/** The worst indicator as a line, where there is one; else how everything stands. */
function chartOf(conclusion: Conclusion, red: readonly ConcludedLine[], { chart }: Room): PaperBlock[] {
  if (chart === 0) return []
  const worst = red.find((line) => lineChart(line, 1, chart) !== null)
  return [(worst && lineChart(worst, 1, chart)) ?? standingChart(conclusion.lines, 1, chart)]
}

function problems(
  red: readonly ConcludedLine[],
  room: Room,
  { digest, checkAt, region }: Proof & { region: string },
): PaperBlock[] {
  const note = `来源：定稿数据（SHA-256摘要前16位 ${digest.slice(0, 16)}），公开后可在${checkPlace(checkAt)}核对。`
  if (red.length === 0) return [{ kind: 'paragraph', text: `复核中没有滞后或难以完成的项目。${note}` }]
  const { rows, whole } = room
  const length = whole ? 34 : 20
  const table: PaperTable = {
    kind: 'table',
    dense: true,
    caption: `需要关注的${red.length}项${red.length > rows ? `（详列前${rows}项）` : ''}`,
    columns: [
      { heading: '项目和现状', share: 4.2, align: 'left' },
      { heading: '为什么', share: 2.9, align: 'left' },
      { heading: '需要什么', share: 2.9, align: 'left' },
    ],
    rows: red
      .slice(0, rows)
      .map((line) => [
        `${line.title.zh}：${stateWords(line)}（${officeName(line, region)}）`,
        line.own?.words ? shortened(line.own.words, length) : '单位没有说明',
        line.review?.words ? shortened(needed(line.review.words), length) : '—',
      ]),
  }
  const others = red.slice(rows).map((line) => ({ name: line.title.zh, stands: stateWords(line) }))
  return withOthers(table, others, { room, where: '评估报告', note })
}

/** Without the city's name, which the title says, and without a second name in brackets. */
function officeName({ unit }: ConcludedLine, region: string): string {
  return unit.name.zh.replace(/（.*）/, '').replace(region, '')
}

/** What supervision asks for, where it says so in a sentence of its own. */
function needed(words: string): string {
  return words.slice(Math.max(0, words.indexOf('建议')))
}

function stateWords({ facts, review }: ConcludedLine): string {
  const figure = facts?.latest ? `${facts.latest.zh.replace(/^\d{4}年/, '')}，目标${facts.target?.zh ?? '未定'}，` : ''
  return tight(`${figure}${standingWord(review?.standing)}`)
}
