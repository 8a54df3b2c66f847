import type { OfficialPaper, PaperBlock } from '@opensti/office'
import { kindNames } from '../../domain/exercise-life.ts'
import type { ConcludedLine, Conclusion } from '../conclusion.ts'
import { lineChart } from './line-chart.ts'
import type { Room } from './one-page.ts'
import { standingChart } from './standing-chart.ts'
import { countWords, dayOf, differing, ofKind, sentence, shortened, standingWord, titleOf, troubled } from './words.ts'

/** The brief of a concluded evaluation: headline numbers, what is red, why, what it needs. `room` says how much there is place for. */
export function briefOf(conclusion: Conclusion, digest: string, room: Room): OfficialPaper {
  const red = troubled(conclusion)
  const most = 4 - room
  const { score } = conclusion
  const differ = differing(conclusion).length
  return {
    form: 'brief',
    issuer: '科技创新专报',
    number: kindNames[conclusion.kind].zh,
    title: titleOf(conclusion, '情况'),
    body: [
      {
        kind: 'paragraph',
        lead: '总的看，',
        text: `${score ? `规划综合得分${score.total}分，等次“${score.grade.zh}”。` : ''}主要指标${ofKind(conclusion, 'indicator').length}项：${countWords(ofKind(conclusion, 'indicator'))}；重点任务${ofKind(conclusion, 'task').length}项：${countWords(ofKind(conclusion, 'task'))}。${differ > 0 ? `自评与复核不一致${differ}项。` : ''}`,
      },
      ...chartOf(conclusion, red, room),
      ...problems(red, most, 90 - room * 20),
      {
        kind: 'paragraph',
        lead: '来源：',
        text: `规划评估定稿数据（SHA-256前16位${digest.slice(0, 16)}），可在公开网站“核验文件”核对。`,
      },
    ],
    signature: { name: conclusion.office.zh, date: dayOf(conclusion.concludedAt) },
  }
}

/** The worst indicator as a line, where there is room and one; else how everything stands. */
function chartOf(conclusion: Conclusion, red: readonly ConcludedLine[], room: Room): PaperBlock[] {
  if (room === 3) return []
  const worst = red.find((line) => lineChart(line, 1) !== null)
  const picture = worst ? lineChart(worst, 1) : standingChart(conclusion.lines, 1)
  return picture ? [picture] : []
}

function problems(red: readonly ConcludedLine[], most: number, length: number): PaperBlock[] {
  if (red.length === 0) return [{ kind: 'paragraph', text: '复核中没有滞后或难以完成的项目。' }]
  const shown = red.slice(0, Math.max(1, most))
  return [
    {
      kind: 'paragraph',
      lead: '需要关注的是，',
      text: `滞后或难以完成的项目${red.length}项${red.length > shown.length ? `，其中：` : '：'}`,
    },
    ...shown.map(
      (line): PaperBlock => ({
        kind: 'paragraph',
        lead: `${line.title.zh}（${line.unit.name.zh}，${standingWord(line.review?.standing)}）。`,
        text: [
          line.facts?.latest ? `${line.facts.latest.zh}，目标${line.facts.target?.zh ?? ''}。` : '',
          line.own?.words ? `原因：${sentence(shortened(line.own.words, length))}` : '',
          line.review?.words ? `建议：${sentence(shortened(line.review.words, length))}` : '',
        ].join(''),
      }),
    ),
  ]
}
