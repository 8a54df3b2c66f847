import { createHash } from 'node:crypto'
import { type Database, recordAudit, transaction } from '@opensti/db'
import { type Actor, conflict, unprocessable } from '@opensti/kernel'
import { getItem, personOf } from './store.ts'

export interface UploadedFile {
  name: string
  mediaType: string
  content: Buffer
}

/** What offices keep as proof, by the bytes a file begins with. */
const kinds: { mediaType: string; begins: readonly number[] }[] = [
  { mediaType: 'application/pdf', begins: [0x25, 0x50, 0x44, 0x46] },
  { mediaType: 'image/png', begins: [0x89, 0x50, 0x4e, 0x47] },
  { mediaType: 'image/jpeg', begins: [0xff, 0xd8, 0xff] },
  // Word, Excel and OFD are all zip files.
  { mediaType: 'application/zip', begins: [0x50, 0x4b, 0x03, 0x04] },
]

/**
 * Keeps a file that shows what was done, exactly as it came. It is only ever handed out as a download.
 *
 * @throws `file_kind` (422) for anything that does not begin like PDF, picture or office file; `file_known` (409).
 */
export async function addEvidence(
  db: Database,
  actor: Actor,
  id: string,
  file: UploadedFile,
  requestId: string,
): Promise<{ id: string }> {
  const person = personOf(actor)
  const kind = kinds.find(({ begins }) => begins.every((byte, at) => file.content[at] === byte))
  if (!kind) throw fileKind(file.name)
  return transaction(db, 'supervision.add-evidence', async (tx) => {
    const item = await getItem(tx, id)
    const digest = createHash('sha256').update(file.content).digest('hex')
    const added = await tx
      .insertInto('supervision.evidence')
      .values({
        item_id: id,
        file_name: file.name,
        media_type: kind.mediaType,
        size: file.content.length,
        digest,
        content: file.content,
        added_by: person.personId,
      })
      .onConflict((clash) => clash.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!added) throw fileKnown(file.name)
    await recordAudit(tx, {
      actor,
      action: 'supervision.add-evidence',
      region: item.region_id,
      object: { kind: 'item', id },
      requestId,
      detail: { digest, size: file.content.length },
    })
    return added
  })
}

function fileKind(name: string) {
  return unprocessable(
    'file_kind',
    {
      zh: `“${name}”不是PDF、图片、Word、Excel或OFD文件。`,
      en: `“${name}” is not a PDF, picture, Word, Excel or OFD file.`,
    },
    { remedy: { zh: '请另存为PDF或拍照后上传。', en: 'Save it as PDF, or take a picture of it.' } },
  )
}

function fileKnown(name: string) {
  return conflict('file_known', { zh: `“${name}”已经上传过。`, en: `“${name}” is here already.` })
}
