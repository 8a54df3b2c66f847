import { type Database, databaseNow, type Reader, recordAudit, type Transaction, transaction } from '@opensti/db'
import { type Actor, conflict, notFound, personOf, unprocessable } from '@opensti/kernel'
import { findValueText } from '@opensti/plans'
import { findReturnLabel } from '@opensti/reporting'
import { findItemLabel } from '@opensti/supervision'
import type { AddLink } from '../contract.ts'
import { evidenceKind } from '../domain/evidence-kinds.ts'
import { digestOf } from './move-exercise.ts'
import { outOfTurn } from './save-assessments.ts'
import { getExercise, getSheet, isOpen } from './store.ts'

/** The largest file in bytes, and how many pieces a line may have. */
export const largestFile = 20_000_000
const mostPieces = 20

export interface LineRow {
  id: string
  exercise_id: string
  kind: string
  code: string
  unit_id: string
}

/** @throws `not_found` (404). */
export async function getLine(db: Reader, id: string): Promise<LineRow> {
  const row = await db
    .selectFrom('evaluation.line')
    .select(['id', 'exercise_id', 'kind', 'code', 'unit_id'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound()
  return row
}

/**
 * Keeps a file that shows what a unit says of a line, exactly as it came.
 *
 * @throws `file_kind`, `file_size`, `pieces_many` (422); `evidence_known` (409); `out_of_turn` (409).
 */
export async function addFile(
  db: Database,
  actor: Actor,
  lineId: string,
  file: { name: string; content: Buffer },
  requestId: string,
): Promise<{ id: string }> {
  const name = file.name.replaceAll(/[\p{Cc}\p{Cf}/\\]/gu, '').slice(-160) || 'file'
  const mediaType = evidenceKind(name, file.content)
  if (!mediaType) throw wrongKind(name)
  if (file.content.length > largestFile) throw tooLarge(name)
  return add(db, actor, lineId, requestId, async (tx, line, at) =>
    putEvidence(tx, personOf(actor).personId, line, at, {
      kind: 'file',
      label: name,
      media_type: mediaType,
      size: file.content.length,
      digest: digestOf(file.content),
      content: file.content,
    }),
  )
}

/**
 * Points to a value of the ledger, a return or an item under supervision of the same region, by its id.
 *
 * @throws `evidence_unknown` (422) when there is no such thing; `pieces_many` (422); `evidence_known` (409); `out_of_turn` (409).
 */
export async function addLink(
  db: Database,
  actor: Actor,
  lineId: string,
  link: AddLink,
  requestId: string,
): Promise<{ id: string }> {
  return add(db, actor, lineId, requestId, async (tx, line, at) => {
    const { region_id: regionId } = await getExercise(tx, line.exercise_id)
    const label = await labelOf(tx, regionId, line, link)
    if (!label) throw evidenceUnknown()
    return putEvidence(tx, personOf(actor).personId, line, at, { ...link, label })
  })
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

async function labelOf(
  tx: Reader,
  regionId: string,
  line: LineRow,
  { kind, ref }: AddLink,
): Promise<string | undefined> {
  if (kind === 'value')
    return line.kind === 'indicator' ? (await findValueText(tx, regionId, line.code, ref))?.zh : undefined
  if (!uuid.test(ref)) return undefined
  return kind === 'return' ? findReturnLabel(tx, regionId, ref) : findItemLabel(tx, regionId, ref)
}

async function add(
  db: Database,
  actor: Actor,
  lineId: string,
  requestId: string,
  put: (tx: Transaction, line: LineRow, at: Date) => Promise<{ id: string }>,
): Promise<{ id: string }> {
  return transaction(db, 'evaluation.add-evidence', async (tx) => {
    const line = await getLine(tx, lineId)
    const exercise = await requireTurn(tx, line)
    const added = await put(tx, line, await databaseNow(tx))
    await recordAudit(tx, {
      actor,
      action: 'evaluation.add-evidence',
      region: exercise.region_id,
      object: { kind: 'evaluation-line', id: lineId },
      requestId,
    })
    return added
  })
}

interface Piece {
  kind: 'file' | 'value' | 'return' | 'item'
  label: string
  ref?: string
  media_type?: string
  size?: number
  digest?: string
  content?: Buffer
}

/** The piece itself, at a moment. */
export async function putEvidence(
  tx: Transaction,
  personId: string,
  line: LineRow,
  at: Date,
  piece: Piece,
): Promise<{ id: string }> {
  const { count } = await tx
    .selectFrom('evaluation.evidence')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('line_id', '=', line.id)
    .executeTakeFirstOrThrow()
  if (Number(count) >= mostPieces) throw tooMany()
  const added = await tx
    .insertInto('evaluation.evidence')
    .values({ ...piece, line_id: line.id, added_by: personId, added_at: at })
    .onConflict((clash) => clash.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!added) throw evidenceKnown(piece.label)
  return added
}

/** Takes a piece away again while the unit still has its sheet. @throws `not_found` (404); `out_of_turn` (409). */
export async function removeEvidence(
  db: Database,
  actor: Actor,
  lineId: string,
  id: string,
  requestId: string,
): Promise<void> {
  await transaction(db, 'evaluation.remove-evidence', async (tx) => {
    const exercise = await requireTurn(tx, await getLine(tx, lineId))
    const gone = await tx
      .deleteFrom('evaluation.evidence')
      .where('id', '=', id)
      .where('line_id', '=', lineId)
      .executeTakeFirst()
    if (gone.numDeletedRows === 0n) throw notFound()
    await recordAudit(tx, {
      actor,
      action: 'evaluation.remove-evidence',
      region: exercise.region_id,
      object: { kind: 'evaluation-line', id: lineId },
      requestId,
    })
  })
}

async function requireTurn(tx: Transaction, line: LineRow) {
  const exercise = await getExercise(tx, line.exercise_id)
  if (!isOpen(exercise.state)) throw outOfTurn()
  const sheet = await getSheet(tx, exercise.id, line.unit_id)
  if (sheet.state !== 'filling') throw outOfTurn()
  return exercise
}

/** A file of a line with its bytes. @throws `not_found` (404). */
export async function getEvidenceFile(db: Reader, lineId: string, id: string) {
  const file = await db
    .selectFrom('evaluation.evidence')
    .select(['label', 'media_type', 'content'])
    .where('line_id', '=', lineId)
    .where('id', '=', id)
    .where('kind', '=', 'file')
    .executeTakeFirst()
  if (!file?.content || !file.media_type) throw notFound()
  return { name: file.label, mediaType: file.media_type, content: file.content }
}

function evidenceUnknown() {
  return unprocessable(
    'evidence_unknown',
    { zh: '没有找到要引用的数据、报表或督查事项。', en: 'There is no such value, return or item.' },
    { remedy: { zh: '请从列表中选择本地区的条目。', en: 'Choose one of this region from the list.' } },
  )
}

function evidenceKnown(label: string) {
  return conflict('evidence_known', { zh: `“${label}”已经附上。`, en: `“${label}” is here already.` })
}

function tooLarge(name: string) {
  return unprocessable(
    'file_size',
    { zh: `“${name}”超过20 MB。`, en: `“${name}” is larger than 20 MB.` },
    { remedy: { zh: '请降低扫描分辨率，或分成几个文件。', en: 'Scan at a lower resolution, or split it.' } },
  )
}

function tooMany() {
  return unprocessable(
    'pieces_many',
    { zh: `一行最多附${mostPieces}份佐证材料。`, en: `A line has at most ${mostPieces} pieces of evidence.` },
    { remedy: { zh: '请把几页合成一个文件。', en: 'Put several pages into one file.' } },
  )
}

function wrongKind(name: string) {
  return unprocessable(
    'file_kind',
    {
      zh: `“${name}”不是PDF、图片、Word、Excel或OFD文件。`,
      en: `“${name}” is not a PDF, picture, Word, Excel or OFD file.`,
    },
    {
      remedy: {
        zh: '请另存为PDF或拍照后上传；文件名的后缀应与内容一致。',
        en: 'Save it as PDF, or take a picture of it; the ending must fit the content.',
      },
    },
  )
}
