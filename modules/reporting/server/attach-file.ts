import { createHash } from 'node:crypto'
import { type Database, type Reader, recordAudit, transaction } from '@opensti/db'
import { type Actor, conflict, notFound, personOf, unprocessable } from '@opensti/kernel'
import { fileKind } from '../domain/file-kinds.ts'
import { requireTurn } from './require-turn.ts'
import { getRequest } from './store.ts'

/** The largest file in bytes, and how many a return may have. */
export const largestFile = 20_000_000
const mostFiles = 20

/**
 * Puts a file beside the figures of a return that is being prepared, such as the signed and sealed scan.
 *
 * @throws `file_kind` (422) when the bytes are not what may be attached; `file_size` (422); `file_twice` (409);
 *   `files_many` (422); `not_preparing` (409).
 */
export async function attachFile(
  db: Database,
  actor: Actor,
  requestRef: string,
  file: { name: string; bytes: Buffer; indicatorId: string | null },
  requestId: string,
): Promise<{ id: string }> {
  const person = personOf(actor)
  const name = file.name.replaceAll(/[\p{Cc}\p{Cf}/\\]/gu, '').slice(-160) || 'file'
  const kind = fileKind(name, file.bytes)
  if (!kind) throw wrongKind()
  if (file.bytes.length > largestFile) throw tooLarge()
  return transaction(db, 'reporting.attach-file', async (tx) => {
    const request = await getRequest(tx, requestRef)
    if (request.state !== 'preparing') throw filesStandStill()
    await requireTurn(tx, person, request)
    const { count } = await tx
      .selectFrom('reporting.attachment')
      .select((row) => row.fn.countAll<number>().as('count'))
      .where('request_id', '=', request.id)
      .where('removed_at', 'is', null)
      .executeTakeFirstOrThrow()
    if (Number(count) >= mostFiles) throw tooMany()
    const added = await tx
      .insertInto('reporting.attachment')
      .values({
        request_id: request.id,
        indicator_code: file.indicatorId,
        file_name: name,
        media_type: kind,
        size: file.bytes.length,
        digest: createHash('sha256').update(file.bytes).digest('hex'),
        content: file.bytes,
        added_by: person.personId,
      })
      .onConflict((clash) => clash.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!added) throw fileTwice()
    await recordAudit(tx, {
      actor,
      action: 'reporting.attach-file',
      region: request.region_id,
      object: { kind: 'return', id: request.id },
      requestId,
      detail: { size: file.bytes.length },
    })
    return added
  })
}

/** A file beside a return, with its bytes; what was taken away is handed out no more. */
export async function getAttachment(db: Reader, requestRef: string, id: string) {
  const file = await db
    .selectFrom('reporting.attachment')
    .select(['file_name', 'media_type', 'content'])
    .where('request_id', '=', requestRef)
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  if (!file) throw notFound()
  return file
}

function wrongKind() {
  return unprocessable(
    'file_kind',
    { zh: '这种文件不能作附件。', en: 'A file of this kind cannot be attached.' },
    {
      remedy: {
        zh: '请用 PDF、JPG、PNG、OFD，或不带宏的 Word（.docx）、Excel（.xlsx）文件；文件名的后缀应与内容一致。',
        en: 'Use PDF, JPG, PNG, OFD, or Word (.docx) and Excel (.xlsx) without macros; the ending must fit the content.',
      },
    },
  )
}

function tooLarge() {
  return unprocessable(
    'file_size',
    { zh: '文件超过 20 MB。', en: 'The file is larger than 20 MB.' },
    { remedy: { zh: '请降低扫描分辨率，或分成几个文件。', en: 'Scan at a lower resolution, or split it.' } },
  )
}

function tooMany() {
  return unprocessable(
    'files_many',
    { zh: `一份报表最多附${mostFiles}个文件。`, en: `A return has at most ${mostFiles} files.` },
    { remedy: { zh: '请把几页合成一个文件。', en: 'Put several pages into one file.' } },
  )
}

export function fileTwice() {
  return conflict('file_twice', { zh: '这个文件已经附上了。', en: 'This very file is attached already.' })
}

export function filesStandStill() {
  return conflict(
    'not_preparing',
    { zh: '这份报表已经提交，附件不能再改。', en: 'This return has been handed in, so its files stand still.' },
    { remedy: { zh: '请先撤回，或请审核人退回修改。', en: 'Take it back first, or ask for it to be sent back.' } },
  )
}
