import { createHash } from 'node:crypto'
import { type Database, databaseNow, type Reader, recordAudit, type Transaction, transaction } from '@opensti/db'
import { type Actor, conflict, notFound, type PersonActor, personOf, unprocessable } from '@opensti/kernel'
import { fileKind } from '@opensti/reporting'

export interface UploadedFile {
  name: string
  content: Buffer
}

/** The largest file in bytes, and how many an appeal may have. */
export const largestFile = 20_000_000
const mostFiles = 10

/**
 * Keeps what a unit shows for its appeal, exactly as it came. It is only ever given out as a download.
 *
 * @throws `not_found` (404); `appeal_answered` (409); `file_kind`, `file_size`, `files_many` (422); `file_known` (409).
 */
export async function addAppealFile(
  db: Database,
  actor: Actor,
  appealId: string,
  file: UploadedFile,
  requestId: string,
): Promise<{ id: string }> {
  const person = personOf(actor)
  return transaction(db, 'assessment.add-appeal-file', async (tx) => {
    const appeal = await tx
      .selectFrom('assessment.appeal as a')
      .innerJoin('assessment.exercise as e', 'e.id', 'a.exercise_id')
      .select(['a.state', 'e.region_id'])
      .where('a.id', '=', appealId)
      .executeTakeFirst()
    if (!appeal) throw notFound()
    if (appeal.state !== 'open')
      throw conflict('appeal_answered', {
        zh: '这份申诉已经有人答复，不再收材料。',
        en: 'This appeal has been answered and takes no more files.',
      })
    const added = await putFile(tx, person, appealId, file, await databaseNow(tx))
    await recordAudit(tx, {
      actor,
      action: 'assessment.add-appeal-file',
      region: appeal.region_id,
      object: { kind: 'appeal', id: appealId },
      requestId,
      detail: { size: file.content.length },
    })
    return added
  })
}

/** The file itself, at a moment. */
export async function putFile(
  tx: Transaction,
  person: PersonActor,
  appealId: string,
  file: UploadedFile,
  at: Date,
): Promise<{ id: string }> {
  const name = file.name.replaceAll(/[\p{Cc}\p{Cf}/\\]/gu, '').slice(-160) || 'file'
  const mediaType = fileKind(name, file.content)
  if (!mediaType) throw wrongKind(name)
  if (file.content.length > largestFile)
    throw unprocessable('file_size', { zh: `“${name}”超过20 MB。`, en: `“${name}” is larger than 20 MB.` })
  const { count } = await tx
    .selectFrom('assessment.appeal_file')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('appeal_id', '=', appealId)
    .executeTakeFirstOrThrow()
  if (Number(count) >= mostFiles)
    throw unprocessable('files_many', {
      zh: `一份申诉最多附${mostFiles}个文件。`,
      en: `An appeal has at most ${mostFiles} files.`,
    })
  const added = await tx
    .insertInto('assessment.appeal_file')
    .values({
      appeal_id: appealId,
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
  if (!added) throw conflict('file_known', { zh: `“${name}”已经上传过。`, en: `“${name}” is here already.` })
  return added
}

/** A file with its bytes. */
export async function getAppealFile(db: Reader, appealId: string, id: string) {
  const file = await db
    .selectFrom('assessment.appeal_file')
    .select(['file_name', 'media_type', 'content'])
    .where('appeal_id', '=', appealId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!file) throw notFound()
  return file
}

function wrongKind(name: string) {
  return unprocessable(
    'file_kind',
    {
      zh: `“${name}”不是PDF、图片、Word、Excel或OFD文件。`,
      en: `“${name}” is not a PDF, picture, Word, Excel or OFD file.`,
    },
    { remedy: { zh: '请另存为PDF或拍照后上传。', en: 'Save it as PDF, or take a picture of it.' } },
  )
}
