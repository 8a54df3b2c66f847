import { findPersonActor, regionWorkdays } from '@opensti/accounts'
import { type Database, recordAudit, type Transaction, transaction } from '@opensti/db'
import type { PersonActor } from '@opensti/kernel'
import type { Happening, WrittenItem } from '../domain/items-file.ts'
import { putEvidence } from './add-evidence.ts'
import { putAnswer } from './answer-extension.ts'
import { putRequest } from './ask-extension.ts'
import { addItem } from './create-item.ts'
import { makeMove } from './move-item.ts'
import { getItem } from './store.ts'

/**
 * Gives an invented city its items under supervision. Everything happens by the rules and by whoever may do it; only its
 * moment is the written one. A region that has an item stays as it is.
 *
 * @returns how many items were made.
 */
export async function loadItems(db: Database, regionId: string, items: readonly WrittenItem[]): Promise<number> {
  if (items.length === 0 || (await anyItem(db, regionId))) return 0
  return transaction(db, 'supervision.load-items', async (tx) => {
    const inOrder = [...items].sort((a, b) => Date.parse(a.registeredAt) - Date.parse(b.registeredAt))
    for (const item of inOrder) await replay(tx, regionId, item)
    await recordAudit(tx, {
      actor: { kind: 'system', name: 'set-up' },
      action: 'supervision.load-items',
      region: regionId,
      detail: { added: items.length },
    })
    return items.length
  })
}

async function anyItem(db: Database, regionId: string): Promise<boolean> {
  const found = await db
    .selectFrom('supervision.item')
    .select('id')
    .where('region_id', '=', regionId)
    .limit(1)
    .execute()
  return found.length > 0
}

async function replay(tx: Transaction, regionId: string, written: WrittenItem): Promise<void> {
  const { task, registeredAt, by, happened, ...item } = written
  const unit = (code: string) => `${regionId}/${code}`
  const day = (await regionWorkdays(tx, regionId)).dayOf(new Date(registeredAt))
  const { id } = await addItem(
    tx,
    (await personCalled(tx, by)).personId,
    regionId,
    { ...item, leadUnit: unit(item.leadUnit), coopUnits: item.coopUnits.map(unit), taskId: task && unit(task) },
    day,
  )
  for (const one of happened) await happen(tx, id, one)
}

async function happen(tx: Transaction, id: string, one: Happening): Promise<void> {
  const person = await personCalled(tx, one.by)
  const item = await getItem(tx, id)
  const at = new Date(one.at)
  if (one.did === 'add-evidence')
    await putEvidence(tx, person, item, { name: one.file, content: emptyPaper(one.file) }, at)
  else if (one.did === 'ask-extension')
    await putRequest(tx, person, item, { untilDay: one.untilDay, reason: one.text }, at)
  else if (one.did === 'answer-extension') {
    const { number } = await tx
      .selectFrom('supervision.extension')
      .select('number')
      .where('item_id', '=', id)
      .where('answer', 'is', null)
      .executeTakeFirstOrThrow()
    await putAnswer(tx, person, item, { number, answer: one.answer, reason: one.text }, at)
  } else await makeMove(tx, person, item, { verb: one.did, text: one.text, stepsDone: one.stepsDone }, at)
}

async function personCalled(tx: Transaction, signIn: string): Promise<PersonActor> {
  const found = await findPersonActor(tx, signIn)
  if (!found) throw new Error(`An item under supervision names ${signIn}, whom nobody knows.`)
  return found
}

/** A page without words: the papers of an invented city are invented too. The name makes each different. */
function emptyPaper(name: string): Buffer {
  return Buffer.from(
    `%PDF-1.4
% ${encodeURIComponent(name)}
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >> endobj
trailer << /Root 1 0 R >>
%%EOF
`,
  )
}
