import type { Reader } from '@opensti/db'
import type { Bilingual } from '@opensti/kernel'
import type { ConcludedLine, Conclusion } from '../conclusion.ts'

/** What stands in the papers of an evaluation: every text that people wrote, and the figures of the ledger that it cites. */
export interface PaperContents {
  texts: { place: string; label: Bilingual; text: string }[]
  restsOn: string[]
}

/** The contents of a concluded evaluation, for whoever releases it; undefined while there is none. */
export async function evaluationContents(db: Reader, id: string): Promise<PaperContents | undefined> {
  const row = await db.selectFrom('evaluation.exercise').select('data').where('id', '=', id).executeTakeFirst()
  return row?.data ? contentsOf(JSON.parse(row.data) as Conclusion) : undefined
}

function contentsOf({ lines, reason }: Conclusion): PaperContents {
  const why = { place: 'reason', label: { zh: '定稿理由', en: 'Reason of the conclusion' }, text: reason ?? '' }
  return {
    texts: [why, ...lines.flatMap(textsOf)].filter(({ text }) => text.trim() !== ''),
    restsOn: [...new Set(lines.flatMap(figuresOf))],
  }
}

function textsOf(line: ConcludedLine): PaperContents['texts'] {
  const about = (what: string, zh: string, en: string, text: string) => ({
    place: `${line.kind}/${line.code}/${what}`,
    label: {
      zh: `“${line.title.zh}”（${line.unit.name.zh}）的${zh}`,
      en: `${en} of “${line.title.en}” (${line.unit.name.en})`,
    },
    text,
  })
  return [
    about('title', '名称', 'Name', line.title.zh),
    about('own', '自评', 'Self-assessment', line.own?.words ?? ''),
    about('review', '复核评价', 'Review', line.review?.words ?? ''),
    ...line.evidence.map(({ label }, at) => about(`evidence/${at + 1}`, '佐证名称', 'Name of evidence', label)),
  ]
}

/** Conclusions of earlier versions name the latest figure only. */
function figuresOf({ facts, evidence }: ConcludedLine): string[] {
  const cited = evidence.flatMap(({ kind, ref }) => (kind === 'value' && ref !== null ? [ref] : []))
  const latest = facts?.latestValueId ? [facts.latestValueId] : []
  return [...(facts?.figures ?? latest), ...cited]
}
