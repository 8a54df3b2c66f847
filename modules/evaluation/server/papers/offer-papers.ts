import type { Reader } from '@opensti/db'
import type { Bilingual } from '@opensti/kernel'
import { kindNames } from '../../domain/exercise-life.ts'

/** A concluded evaluation with all its papers, as it may be shown to everybody from now on. */
export interface ConcludedEvaluation {
  id: string
  title: Bilingual
  summary: Bilingual
  files: { name: string; mediaType: string; content: Uint8Array }[]
}

const mediaTypes: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  json: 'application/json; charset=utf-8',
}
const names: Readonly<Record<string, string>> = { report: '评估报告', brief: '一页纸专报', data: '数据' }

/** Concluded evaluations of a region whose papers are all made, the latest first. For other modules. */
export async function concludedEvaluations(db: Reader, regionId: string): Promise<ConcludedEvaluation[]> {
  const rows = await db
    .selectFrom('evaluation.exercise as e')
    .innerJoin('evaluation.paper as p', 'p.exercise_id', 'e.id')
    .select(['e.id', 'e.title', 'e.kind', 'p.name', 'p.format', 'p.content'])
    .where('e.region_id', '=', regionId)
    .where('e.concluded_at', 'is not', null)
    .orderBy('e.concluded_at', 'desc')
    .orderBy('p.name')
    .orderBy('p.format')
    .execute()
  return [...Map.groupBy(rows, (row) => row.id).values()].flatMap((papers) => {
    const [first] = papers
    // Some of them are still being made.
    if (!first || papers.length < 5) return []
    return [
      {
        id: first.id,
        title: { zh: first.title, en: first.title },
        summary: kindNames[first.kind as keyof typeof kindNames],
        files: papers.map((paper) => ({
          name: `${first.title}-${names[paper.name] ?? paper.name}.${paper.format}`,
          mediaType: mediaTypes[paper.format] ?? 'application/octet-stream',
          content: paper.content,
        })),
      },
    ]
  })
}
