import { createHash } from 'node:crypto'
import { type Database, json, recordAudit, type Transaction, transaction } from '@opensti/db'
import { type Actor, conflict, newId, notFound, personOf } from '@opensti/kernel'
import { sql } from 'kysely'
import { insertDocument, insertDraftPlan } from './draft-plan.ts'
import { knownIndicators, knownUnits } from './known.ts'
import { type Batch, type Outline, readApart } from './read-apart.ts'
import type { ReadableText } from './read-upload.ts'
import { refreshSearch } from './refresh-search.ts'
import { listedDamagedWords, refuseDamagedTitle } from './refuse-damaged-names.ts'
import { nameOf } from './views/rows.ts'

export interface DocumentToRead extends ReadableText {
  regionId: string
  /** The plan it belongs to; without one a draft is made. */
  planId?: string | undefined
  title?: string | undefined
  /** The years of that draft, where the document does not say them. */
  startYear?: number | undefined
  endYear?: number | undefined
}

/** What is kept of a reading besides its rows. */
export type ReadingStructure = Pick<Outline, 'counts' | 'checks' | 'damage' | 'damagedWords'>

const underWay = new Map<string, Promise<{ id: string }>>()

/**
 * Keeps a document with everything found in it, for a person to go through. The document, and a plan made for it,
 * stay drafts until they are published. One text is read once: whoever gives it again while it is being read gets the
 * same reading, and later is led to it.
 */
export function startReading(
  db: Database,
  actor: Actor,
  document: DocumentToRead,
  requestId: string,
): Promise<{ id: string }> {
  const digest = digestOf(document.text)
  const key = JSON.stringify([personOf(actor).personId, document.regionId, digest, document.planId, document.title])
  const known = underWay.get(key)
  if (known) return known
  const reading = readAndKeep(db, actor, document, digest, requestId).finally(() => underWay.delete(key))
  underWay.set(key, reading)
  return reading
}

/** By which a text is known again. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** The reading of this very text in this region, if there is one. */
export async function findReadingOf(db: Database | Transaction, regionId: string, digest: string) {
  const row = await db
    .selectFrom('plans.reading as reading')
    .innerJoin('plans.document as document', 'document.code', 'reading.document_code')
    .select(['reading.id', 'document.names'])
    .where('reading.region_id', '=', regionId)
    .where('reading.digest', '=', digest)
    .where('reading.state', '<>', 'preparing')
    .executeTakeFirst()
  return row ? { id: row.id, title: nameOf(row.names) } : null
}

/** Written in small transactions while nobody sees it, and opened with a last one, so that nobody waits for a long document. */
async function readAndKeep(
  db: Database,
  actor: Actor,
  document: DocumentToRead,
  digest: string,
  requestId: string,
): Promise<{ id: string }> {
  const { regionId, text } = document
  await refuseKnown(db, document, digest)
  const [indicators, units] = [await knownIndicators(db, regionId), await knownUnits(db, regionId)]
  const apart = await readApart({ text, indicators, units })
  const id = newId()
  // A handle without the mark of the request: only opening is the effect that a repeated request must find done.
  const quiet: Database = db.withTables<Record<never, never>>()
  try {
    refuseDamagedTitle(document.title ?? '', [...(await listedDamagedWords(db)), ...apart.outline.damagedWords])
    await prepare(quiet, id, actor, document, digest, apart.outline)
    for await (const batch of apart.batches())
      await transaction(quiet, 'plans.keep-reading', (tx) => keepBatch(tx, id, batch))
    await open(db, id, actor, document, digest, apart.outline, requestId)
    return { id }
  } catch (error) {
    await transaction(quiet, 'plans.drop-reading', (tx) => dropPreparing(tx, id)).catch(() => undefined)
    throw error
  } finally {
    apart.stop()
  }
}

async function refuseKnown(db: Database | Transaction, document: DocumentToRead, digest: string): Promise<void> {
  const known = await findReadingOf(db, document.regionId, digest)
  if (!known) return
  throw conflict(
    'already_read',
    { zh: '这份文件已经在读了。', en: 'This document is being read already.' },
    {
      remedy: { zh: `请打开已有的“${known.title.zh}”。`, en: `Open the one that is there: ${known.title.en}.` },
      details: [{ message: { zh: known.title.zh, en: known.title.en }, place: { file: known.id } }],
    },
  )
}

async function prepare(
  db: Database,
  id: string,
  actor: Actor,
  document: DocumentToRead,
  digest: string,
  outline: Outline,
): Promise<void> {
  await transaction(db, 'plans.prepare-reading', async (tx) => {
    // What a stopped server left behind.
    await tx
      .deleteFrom('plans.reading')
      .where('state', '=', 'preparing')
      .where('created_at', '<', sql<Date>`now() - interval '1 hour'`)
      .execute()
    await tx
      .insertInto('plans.reading')
      .values({
        id,
        region_id: document.regionId,
        file_name: document.fileName,
        media_type: document.mediaType,
        encoding: document.encoding,
        digest,
        structure: json(structureOf(outline)),
        state: 'preparing',
        created_by: personOf(actor).personId,
      })
      .execute()
  })
}

function structureOf({ counts, checks, damage, damagedWords }: Outline): ReadingStructure {
  return { counts, checks, damage, damagedWords }
}

async function keepBatch(tx: Transaction, id: string, { table, rows }: Batch): Promise<void> {
  if (table === 'candidate') {
    await sql`insert into plans.candidate (reading_id, position, kind, place_start, place_end, found, proposal, sure)
      select ${id}::uuid, row.* from jsonb_to_recordset(${rows}::jsonb) as row
      (position int, kind text, place_start int, place_end int, found jsonb, proposal jsonb, sure boolean)`.execute(tx)
    return
  }
  await sql`insert into plans.reading_piece
      (reading_id, number, place_start, place_end, text, marks, position_start, position_end)
    select ${id}::uuid, row.* from jsonb_to_recordset(${rows}::jsonb) as row
      (number int, place_start int, place_end int, text text, marks jsonb, position_start int, position_end int)`.execute(
    tx,
  )
}

async function dropPreparing(tx: Transaction, id: string): Promise<void> {
  await tx.deleteFrom('plans.reading').where('id', '=', id).where('state', '=', 'preparing').execute()
}

/** From here on it is there for everybody who may see it. */
async function open(
  db: Database,
  id: string,
  actor: Actor,
  document: DocumentToRead,
  digest: string,
  outline: Outline,
  requestId: string,
): Promise<void> {
  const { regionId } = document
  await transaction(db, 'plans.start-reading', async (tx) => {
    // All who write in a region meet here; whoever is later begins again and finds what the first has opened.
    await tx.updateTable('plans.region').set({ revision: sql`revision + 1` }).where('id', '=', regionId).execute()
    await refuseKnown(tx, document, digest)
    const { code, title } = await insertDocument(tx, document, outline, digest)
    const planCode = document.planId ?? (await insertDraftPlan(tx, document, outline, { code, title }))
    const plan = await tx
      .selectFrom('plans.plan')
      .select('code')
      .where('region_id', '=', regionId)
      .where('code', '=', planCode)
      .executeTakeFirst()
    if (!plan) throw notFound()
    await tx
      .updateTable('plans.reading')
      .set({ state: 'open', plan_code: planCode, document_code: code })
      .where('id', '=', id)
      .execute()
    await refreshSearch(tx, { plans: document.planId ? [] : [{ regionId, code: planCode }], documents: [code] })
    await recordAudit(tx, {
      actor,
      action: 'plans.start-reading',
      region: regionId,
      object: { kind: 'reading', id },
      requestId,
    })
  })
}
