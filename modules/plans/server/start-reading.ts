import { createHash } from 'node:crypto'
import { type Database, json, recordAudit, type Transaction, transaction } from '@opensti/db'
import { type Actor, conflict, newId, notFound, unprocessable } from '@opensti/kernel'
import { sql } from 'kysely'
import { proposeFigure, proposeTask } from '../domain/matching/propose.ts'
import type { Reading } from '../domain/reading/model.ts'
import { citationsOf } from '../domain/reading/section-path.ts'
import { knownIndicators, knownUnits } from './known.ts'
import { refreshSearch } from './refresh-search.ts'

export interface DocumentToRead {
  regionId: string
  planId: string | undefined
  title: string | undefined
  fileName: string
  mediaType: string
  encoding: string
  reading: Reading
}

/**
 * Keeps a document with everything found in it, for a person to go through. The document, and a plan made for it,
 * stay drafts until they are published. One text is read once: a second copy leads to the first.
 */
export async function startReading(
  db: Database,
  actor: Actor,
  document: DocumentToRead,
  requestId: string,
): Promise<{ id: string }> {
  const { reading } = document
  if (reading.text.trim() === '') {
    throw unprocessable(
      'nothing_to_read',
      { zh: '文件里没有文字。', en: 'There is no text in this file.' },
      {
        remedy: {
          zh: '如果是扫描件，请先做文字识别，或粘贴文字。',
          en: 'If it is a scan, recognise its text first, or paste the text.',
        },
      },
    )
  }
  return transaction(db, 'plans.start-reading', async (tx) => {
    const digest = createHash('sha256').update(reading.text).digest('hex')
    const known = await tx
      .selectFrom('plans.reading')
      .select('id')
      .where('region_id', '=', document.regionId)
      .where('digest', '=', digest)
      .executeTakeFirst()
    if (known) {
      throw conflict(
        'already_read',
        { zh: '这份文件已经在读了。', en: 'This document is being read already.' },
        { remedy: { zh: `请打开已有的那一份（编号 ${known.id}）。`, en: `Open the one that is there (${known.id}).` } },
      )
    }
    const title = document.title || reading.document.title || document.fileName
    const documentCode = await insertDocument(tx, document, title, digest)
    const planCode = document.planId ?? (await insertDraftPlan(tx, document, title, documentCode))
    const plan = await tx
      .selectFrom('plans.plan')
      .select('code')
      .where('region_id', '=', document.regionId)
      .where('code', '=', planCode)
      .executeTakeFirst()
    if (!plan) throw notFound()
    const id = newId()
    const { text, sections, noise, damage, checks } = reading
    await tx
      .insertInto('plans.reading')
      .values({
        id,
        region_id: document.regionId,
        plan_code: planCode,
        document_code: documentCode,
        file_name: document.fileName,
        media_type: document.mediaType,
        encoding: document.encoding,
        digest,
        text,
        structure: json({ sections, noise, damage, checks }),
        created_by: actor.kind === 'person' ? actor.personId : newId(),
      })
      .execute()
    await insertCandidates(tx, id, document)
    await tx
      .updateTable('plans.region')
      .set({ revision: sql`revision + 1` })
      .where('id', '=', document.regionId)
      .execute()
    await refreshSearch(tx, document.regionId)
    await recordAudit(tx, {
      actor,
      action: 'plans.start-reading',
      region: document.regionId,
      object: { kind: 'reading', id },
      requestId,
    })
    return { id }
  })
}

async function insertDocument(
  tx: Transaction,
  document: DocumentToRead,
  title: string,
  digest: string,
): Promise<string> {
  const { document: info, damage } = document.reading
  const code = `${document.regionId}-read-${digest.slice(0, 10)}`
  await tx
    .insertInto('plans.document')
    .values({
      code,
      region_id: document.regionId,
      names: json({ zh: title, en: title }),
      kind: info.genre,
      issuer: info.issuer ? json({ zh: info.issuer, en: info.issuer }) : null,
      number: info.documentNumber,
      issued_on: info.date,
      damage: json(damage.map(({ sign, message }) => ({ sign, note: message }))),
      origin: 'reading',
      published: false,
    })
    .execute()
  return code
}

async function insertDraftPlan(
  tx: Transaction,
  document: DocumentToRead,
  title: string,
  documentCode: string,
): Promise<string> {
  const { startYear, endYear } = document.reading.document
  const thisYear = new Date().getUTCFullYear()
  const code = documentCode.replace('-read-', '-plan-')
  await tx
    .insertInto('plans.plan')
    .values({
      region_id: document.regionId,
      code,
      names: json({ zh: title, en: title }),
      document_code: documentCode,
      start_year: startYear ?? endYear ?? thisYear,
      end_year: endYear ?? startYear ?? thisYear,
      cite: json({ document: documentCode, verified: 'source' }),
      origin: 'reading',
    })
    .execute()
  return code
}

async function insertCandidates(
  tx: Transaction,
  readingId: string,
  { regionId, reading }: DocumentToRead,
): Promise<void> {
  const indicators = await knownIndicators(tx, regionId)
  const units = await knownUnits(tx, regionId)
  const cite = citationsOf(reading.text, reading.sections, reading.noise)
  const rows = [
    ...reading.figures.map((figure) => ({
      kind: 'figure' as const,
      found: figure,
      ...proposeFigure(figure, indicators),
    })),
    ...reading.tasks.map((task) => ({
      kind: 'task' as const,
      found: task,
      match: 'none' as const,
      task: proposeTask(task, cite(task.start).path, units),
    })),
  ].sort((a, b) => a.found.start - b.found.start)
  const values = rows.map(({ kind, found, match, ...proposal }, position) => ({
    reading_id: readingId,
    position,
    kind,
    place_start: found.start,
    place_end: found.end,
    found: json(found),
    proposal: json({ ...proposal, match, cite: cite(found.start) }),
  }))
  for (let at = 0; at < values.length; at += 500)
    await tx
      .insertInto('plans.candidate')
      .values(values.slice(at, at + 500))
      .execute()
}
