import { createHash } from 'node:crypto'
import { type Database, databaseNow, type Reader, recordAudit, type Transaction, transaction } from '@opensti/db'
import { type Actor, conflict, notFound, type PersonActor, personOf, unprocessable } from '@opensti/kernel'
import { evidenceKind } from '../domain/evidence-kinds.ts'
import { getItem, type ItemRow, requireOwner, requireUnderWay } from './store.ts'

export interface UploadedFile {
  name: string
  content: Buffer
}

/** The largest file in bytes, and how many an item may have. */
export const largestFile = 20_000_000
const mostFiles = 20

/**
 * Keeps a file that shows what was done, exactly as it came. It is only ever handed out as a download.
 *
 * @throws `file_kind` (422) when ending and first bytes are not those of a PDF, picture or office file; `file_size` (422);
 *   `files_many` (422); `file_known` (409); `forbidden` (403) for a cooperating unit; `wrong_state` (409).
 */
export async function addEvidence(
  db: Database,
  actor: Actor,
  id: string,
  file: UploadedFile,
  requestId: string,
): Promise<{ id: string }> {
  const person = personOf(actor)
  return transaction(db, 'supervision.add-evidence', async (tx) => {
    const item = await getItem(tx, id)
    const added = await putEvidence(tx, person, item, file, await databaseNow(tx))
    await recordAudit(tx, {
      actor,
      action: 'supervision.add-evidence',
      region: item.region_id,
      object: { kind: 'item', id },
      requestId,
      detail: { size: file.content.length },
    })
    return added
  })
}

/** The file itself, at a moment. */
export async function putEvidence(
  tx: Transaction,
  person: PersonActor,
  item: ItemRow,
  file: UploadedFile,
  at: Date,
): Promise<{ id: string }> {
  requireOwner(person, item)
  requireUnderWay(item)
  const name = file.name.replaceAll(/[\p{Cc}\p{Cf}/\\]/gu, '').slice(-160) || 'file'
  const mediaType = evidenceKind(name, file.content)
  if (!mediaType) throw wrongKind(name)
  if (file.content.length > largestFile) throw tooLarge(name)
  const { count } = await tx
    .selectFrom('supervision.evidence')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('item_id', '=', item.id)
    .executeTakeFirstOrThrow()
  if (Number(count) >= mostFiles) throw tooMany()
  const added = await tx
    .insertInto('supervision.evidence')
    .values({
      item_id: item.id,
      file_name: name,
      media_type: mediaType,
      size: file.content.length,
      digest: createHash('sha256').update(file.content).digest('hex'),
      content: file.content,
      added_by: person.personId,
      added_at: at,
    })
    .onConflict((clash) => clash.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!added) throw fileKnown(name)
  return added
}

/** A piece of evidence with its bytes. */
export async function getEvidence(db: Reader, itemId: string, id: string) {
  const file = await db
    .selectFrom('supervision.evidence')
    .select(['file_name', 'media_type', 'content'])
    .where('item_id', '=', itemId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!file) throw notFound()
  return file
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
    'files_many',
    { zh: `一件事项最多附${mostFiles}个文件。`, en: `An item has at most ${mostFiles} files.` },
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

function fileKnown(name: string) {
  return conflict('file_known', { zh: `“${name}”已经上传过。`, en: `“${name}” is here already.` })
}
