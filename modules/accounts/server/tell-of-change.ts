import { enqueue, type Transaction } from '@opensti/db'

/** What happened to an account that its owner should hear of, wherever she is. */
export const changes = [
  'password-changed',
  'second-factor-on',
  'second-factor-off',
  'second-factor-reset',
  'recovery-codes-renewed',
  'recovery-code-used',
  'identity-linked',
  'identity-unlinked',
] as const
export type AccountChange = (typeof changes)[number]

/** Lays a letter about it into the outbox, where an address is known. */
export async function tellOfChange(
  tx: Transaction,
  person: { id: string; email: string | null },
  change: AccountChange,
): Promise<void> {
  if (!person.email) return
  await enqueue(tx, { topic: 'mail.account-changed', payload: { personId: person.id, change } })
}
