import type { Reader } from '@opensti/db'
import type { PaperContents } from '@opensti/evaluation'
import type { Bilingual } from '@opensti/kernel'
import { type FixedFigure, fixedFigures } from '@opensti/plans'
import { lockedFigures } from '@opensti/reporting'
import { sql } from 'kysely'
import type { PublicText } from '../domain/gate.ts'
import { type OfferedPaper, publishables } from './publishable.ts'

export interface OfferedPaperOfKind extends OfferedPaper {
  kind: string
}

/** Fixed figures of a period that no release holds yet. */
export async function figuresToRelease(
  db: Reader,
  place: { regionId: string; cycle: string; period: string },
): Promise<FixedFigure[]> {
  const ids = await lockedFigures(db, place)
  const taken = await takenValues(db, ids)
  return (await fixedFigures(db, ids)).filter((figure) => figure.publicFrom === null && !taken.has(figure.id))
}

async function takenValues(db: Reader, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('publication.release_value')
    .select('value_id')
    .where(sql<boolean>`value_id = any (${[...ids]}::text[])`)
    .where('live', '=', true)
    .execute()
  return new Set(rows.map((row) => row.value_id))
}

/** Papers that other kinds of work offer and no release holds yet. */
export async function papersToRelease(db: Reader, regionId: string): Promise<OfferedPaperOfKind[]> {
  const taken = await db
    .selectFrom('publication.release_paper')
    .select(['kind', 'item_id'])
    .where('live', '=', true)
    .execute()
  const known = new Set(taken.map((row) => `${row.kind} ${row.item_id}`))
  const offers = await Promise.all(
    publishables.map(async ({ kind, offers }) => (await offers(db, regionId)).map((paper) => ({ ...paper, kind }))),
  )
  return offers.flat().filter((paper) => !known.has(`${paper.kind} ${paper.id}`))
}

interface Said {
  title: Bilingual
  note: Bilingual | null
}

/** Every text that becomes public with a release, for the gate. */
export function textsOf(
  said: Said | null,
  figures: readonly FixedFigure[],
  papers: readonly {
    kind: string
    id: string
    title: Bilingual
    summary: Bilingual | null
    files: readonly { name: string }[]
    texts: PaperContents['texts']
  }[],
): PublicText[] {
  const texts: PublicText[] = []
  const both = (place: string, label: Bilingual, text: Bilingual | null) => {
    if (!text) return
    texts.push({ place: `${place}.zh`, label, text: text.zh })
    if (text.en !== text.zh)
      texts.push({
        place: `${place}.en`,
        label: { zh: `${label.zh}（英文）`, en: `${label.en} (English)` },
        text: text.en,
      })
  }
  both('title', { zh: '标题', en: 'Title' }, said?.title ?? null)
  both('note', { zh: '说明', en: 'Note' }, said?.note ?? null)
  for (const figure of figures) {
    const { zh, en } = figure.indicator.name
    // Several units may report the same indicator: whose figure it is tells where to look.
    const by = figure.reporter
    const about = (what: Bilingual) => ({
      zh: `“${zh}”${by ? `（${by.zh}报送）` : ''}的${what.zh}`,
      en: `${what.en} of “${en}”${by ? ` reported by ${by.en}` : ''}`,
    })
    both(`figure/${figure.id}/reason`, about({ zh: '更正原因', en: 'Reason' }), figure.reason)
    both(`figure/${figure.id}/note`, about({ zh: '说明', en: 'Note' }), figure.note)
    both(`figure/${figure.id}/reporter`, about({ zh: '报送单位', en: 'Reporting unit' }), figure.reporter)
  }
  for (const paper of papers) {
    const about = (what: Bilingual) => ({
      zh: `材料“${paper.title.zh}”的${what.zh}`,
      en: `${what.en} of the paper “${paper.title.en}”`,
    })
    const place = `paper/${paper.kind}/${paper.id}`
    both(`${place}/title`, about({ zh: '标题', en: 'Title' }), paper.title)
    both(`${place}/summary`, about({ zh: '摘要', en: 'Summary' }), paper.summary)
    for (const [at, { name }] of paper.files.entries())
      both(`${place}/file/${at + 1}`, about({ zh: '附件名', en: 'File name' }), { zh: name, en: name })
    for (const { place: within, label, text } of paper.texts)
      texts.push({
        place: `${place}/${within}`,
        label: { zh: `材料“${paper.title.zh}”里${label.zh}`, en: `${label.en} in the paper “${paper.title.en}”` },
        text,
      })
  }
  return texts
}
