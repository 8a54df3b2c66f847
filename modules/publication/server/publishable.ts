import type { Reader } from '@opensti/db'
import { concludedEvaluations } from '@opensti/evaluation'
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
}

/** The kinds that can be released besides figures. A module joins with one line. */
export const publishables: readonly Publishable[] = [
  { kind: 'evaluation', names: { zh: '评估报告', en: 'Evaluation' }, offers: concludedEvaluations },
  { kind: 'ranking', names: { zh: '考核结果', en: 'Results of an assessment' }, offers: publishedRankings },
]

export function nameOfKind(kind: string): Bilingual {
  return publishables.find((one) => one.kind === kind)?.names ?? { zh: '材料', en: 'Paper' }
}
