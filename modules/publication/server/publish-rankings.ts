import { listPublishedRankings, type PublishedRanking } from '@opensti/assessment'
import type { Reader } from '@opensti/db'
import { csvLine, csvStart } from '../domain/open-data/csv.ts'
import type { OfferedPaper } from './publishable.ts'

/** Rankings that stand inside the region, as papers that may be released: one table each. */
export async function publishedRankings(db: Reader, regionId: string): Promise<OfferedPaper[]> {
  return (await listPublishedRankings(db, regionId)).map((ranking) => ({
    id: ranking.id,
    title: { zh: ranking.title, en: ranking.title },
    summary: {
      zh: `${ranking.period}年度，依据：${ranking.document}`,
      en: `${ranking.period}, according to ${ranking.document}`,
    },
    files: [
      { name: `${ranking.title}.csv`, mediaType: 'text/csv; charset=utf-8', content: Buffer.from(table(ranking)) },
    ],
  }))
}

function table({ units }: PublishedRanking): string {
  const head = ['place', 'unit', 'unit_name_zh', 'unit_name_en', 'total', 'grade_zh', 'grade_en']
  const rows = units.map((unit) => [
    String(unit.place),
    unit.unitId,
    unit.name.zh,
    unit.name.en,
    unit.total,
    unit.grade.zh,
    unit.grade.en,
  ])
  return csvStart + [head, ...rows].map(csvLine).join('')
}
