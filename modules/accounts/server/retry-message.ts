import { type Database, recordAudit, retryMessage as retry, transaction } from '@opensti/db'
import { notFound } from '@opensti/kernel'
import type { Deed } from './deed.ts'

/** Has a message sent that was given up. Throws 404 when it is not there, or not given up. */
export async function retryMessage(db: Database, deed: Deed, messageId: string): Promise<void> {
  await transaction(db, 'accounts.retry-message', async (tx) => {
    if (!(await retry(tx, BigInt(messageId)))) throw notFound()
    await recordAudit(tx, {
      actor: deed.actor,
      action: 'accounts.retry-message',
      object: { kind: 'message', id: messageId },
      requestId: deed.requestId,
    })
  })
}
