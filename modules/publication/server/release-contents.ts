import type { Reader, Transaction } from '@opensti/db'
import type { Bilingual } from '@opensti/kernel'

/** Ids of the figures of a release, in its order. */
export async function valuesOf(db: Reader, releaseId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('publication.release_value')
    .select('value_id')
    .where('release_id', '=', releaseId)
    .orderBy('position')
    .execute()
  return rows.map((row) => row.value_id)
}

export interface ReleasedPaper {
  kind: string
  id: string
  paperId: string
  title: Bilingual
  summary: Bilingual | null
  files: { name: string; mediaType: string; size: number; digest: string }[]
}

/** The papers of a release as they were copied into it, without their bytes. */
export async function papersOf(db: Reader, releaseId: string): Promise<ReleasedPaper[]> {
  const papers = await db
    .selectFrom('publication.release_paper')
    .selectAll()
    .where('release_id', '=', releaseId)
    .orderBy('position')
    .execute()
  if (papers.length === 0) return []
  const files = await db
    .selectFrom('publication.release_file')
    .select(['paper_id', 'file_name', 'media_type', 'size', 'digest'])
    .where(
      'paper_id',
      'in',
      papers.map((paper) => paper.id),
    )
    .orderBy('position')
    .execute()
  return papers.map((paper) => ({
    kind: paper.kind,
    id: paper.item_id,
    paperId: paper.id,
    title: paper.title as Bilingual,
    summary: paper.summary as Bilingual | null,
    files: files
      .filter((file) => file.paper_id === paper.id)
      .map((file) => ({ name: file.file_name, mediaType: file.media_type, size: file.size, digest: file.digest })),
  }))
}

/** Figures and papers of a release that came to nothing may be proposed again. */
export async function freeContents(tx: Transaction, releaseId: string): Promise<void> {
  await tx.updateTable('publication.release_value').set({ live: false }).where('release_id', '=', releaseId).execute()
  await freePapers(tx, releaseId)
}

/** Papers of a release that was taken down may be released again; its figures stay public. */
export async function freePapers(tx: Transaction, releaseId: string): Promise<void> {
  await tx.updateTable('publication.release_paper').set({ live: false }).where('release_id', '=', releaseId).execute()
}
