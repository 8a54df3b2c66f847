import type { Reader } from '@opensti/db'
import { concludedEvaluations, evaluationContents, type PaperContents } from '@opensti/evaluation'
import type { Bilingual } from '@opensti/kernel'
import { publishedRankings } from './publish-rankings.ts'

/** A paper or ranking that another kind of work offers for release: concluded, and unchanged from now on. */
export interface OfferedPaper {
  /** Unique within its kind and never used again. */
  id: string
  title: Bilingual
  summary: Bilingual | null
  files: readonly { name: string; mediaType: string; content: Uint8Array }[]
}

/** A kind of work whose results can be released. Whatever is released is copied, so that it stays as it was. */
export interface Publishable {
  kind: string
  names: Bilingual
  offers(db: Reader, regionId: string): Promise<readonly OfferedPaper[]>
  /** What people wrote into a paper, for the gate, and the figures that it cites; absent where nobody writes into them. */
  contents?(db: Reader, id: string): Promise<PaperContents | undefined>
}

/** The kinds that can be released besides figures. A module joins with one line. */
export const publishables: readonly Publishable[] = [
  {
    kind: 'evaluation',
    names: { zh: '评估报告', en: 'Evaluation' },
    offers: concludedEvaluations,
    contents: evaluationContents,
  },
  { kind: 'ranking', names: { zh: '考核结果', en: 'Results of an assessment' }, offers: publishedRankings },
]

/** What stands in papers, each with its own. */
export function withContents<P extends { kind: string; id: string }>(
  db: Reader,
  papers: readonly P[],
): Promise<(P & PaperContents)[]> {
  return Promise.all(
    papers.map(async (paper) => {
      const contents = await publishables.find((one) => one.kind === paper.kind)?.contents?.(db, paper.id)
      return { ...paper, texts: contents?.texts ?? [], restsOn: contents?.restsOn ?? [] }
    }),
  )
}

export function nameOfKind(kind: string): Bilingual {
  return publishables.find((one) => one.kind === kind)?.names ?? { zh: '材料', en: 'Paper' }
}
