import { regionWorkdays } from '@opensti/accounts'
import type { Reader } from '@opensti/db'
import { notFound, periodName } from '@opensti/kernel'
import { makeWord, type OfficialPaper } from '@opensti/office'
import { findPublishedRanking, type PublishedRanking } from './published-rankings.ts'

/**
 * The ranking as a paper in the official layout, to be passed on inside the region.
 *
 * @throws `not_found` (404) before the ranking is published.
 */
export async function makeRankingPaper(db: Reader, id: string): Promise<{ name: string; bytes: Uint8Array }> {
  const ranking = await findPublishedRanking(db, id)
  if (!ranking) throw notFound()
  const day = (await regionWorkdays(db, ranking.regionId)).dayOf(ranking.publishedAt)
  const bytes = await makeWord(paperOf(ranking, day), { madeAt: ranking.publishedAt, author: 'OpenSTI' })
  return { name: `${ranking.title}结果.docx`, bytes }
}

function paperOf(ranking: PublishedRanking, day: string): OfficialPaper {
  const { formula } = ranking
  return {
    form: 'document',
    title: `${ranking.title}结果`,
    body: [
      {
        kind: 'paragraph',
        text:
          `按《${ranking.document}》，${periodName(ranking.period).zh}考核${ranking.units.length}个单位。` +
          `数据固定后各单位逐项核对，申诉已全部答复，结果如下。`,
      },
      {
        kind: 'table',
        caption: '考核结果',
        columns: [
          { heading: '名次', share: 1, align: 'center' },
          { heading: '单位', share: 4, align: 'left' },
          { heading: '得分', share: 1.5, align: 'right' },
          { heading: '等次', share: 2, align: 'center' },
        ],
        rows: ranking.units.map(({ place, name, total, grade, vetoed }) => [
          String(place),
          name.zh,
          Number(total).toFixed(formula.decimals),
          vetoed ? `${grade.zh}（一票否决）` : grade.zh,
        ]),
        note: '得分相同的并列名次；一票否决的单位列在最后。',
      },
      { kind: 'heading', level: 1, text: '计分办法' },
      ...formula.parts.map(({ names, weight, cite }) => ({
        kind: 'paragraph' as const,
        lead: `${names.zh}（${weight}分）。`,
        text: `依据：${cite.document}${cite.article}。`,
      })),
      {
        kind: 'paragraph',
        text: `办法校验码：${ranking.digest.slice(0, 16)}；结果校验码：${ranking.resultDigest.slice(0, 16)}。`,
      },
    ],
    signature: { name: '', date: day },
  }
}
