import { databaseNow, type Reader, type Transaction } from '@opensti/db'
import { AppError } from '@opensti/kernel'
import {
  accountLockout,
  addressLockout,
  type Failures,
  isForgotten,
  type LockoutRule,
  lockedUntil,
} from '../domain/lockout.ts'

/** Whose tries are counted. */
export interface GuessKeys {
  account: Buffer
  address: Buffer
}

const rules = { account: accountLockout, address: addressLockout } as const satisfies Record<
  keyof GuessKeys,
  LockoutRule
>
const kinds = ['account', 'address'] as const

/**
 * Counts a try as wrong before the password is looked at, so that many at once cannot outrun the count.
 * Throws 429 `sign_in_paused` while account or address must wait; such tries are not counted.
 */
export async function reserveTry(tx: Transaction, keys: GuessKeys): Promise<void> {
  const now = await databaseNow(tx)
  const known = await readFailures(tx, keys)
  const pauses = kinds.map((kind) => lockedUntil(known[kind], rules[kind], now)).filter((until) => until !== null)
  if (pauses.length > 0) throw paused(new Date(Math.max(...pauses.map(Number))), now)
  for (const kind of kinds) {
    const before = known[kind]
    const failures = before && !isForgotten(before, rules[kind], now) ? before.count + 1 : 1
    await tx
      .insertInto('accounts.sign_in_guard')
      .values({ kind, key: keys[kind], failures, last_failure_at: now })
      .onConflict((row) => row.columns(['kind', 'key']).doUpdateSet({ failures, last_failure_at: now }))
      .execute()
  }
}

/** The try was right: the account starts afresh, the address gets this one back. */
export async function forgiveTry(tx: Transaction, keys: GuessKeys): Promise<void> {
  await clearAccount(tx, keys.account)
  await tx
    .updateTable('accounts.sign_in_guard')
    .set((row) => ({ failures: row(row.ref('failures'), '-', 1) }))
    .where('kind', '=', 'address')
    .where('key', '=', keys.address)
    .where('failures', '>', 0)
    .execute()
}

export async function clearAccount(tx: Transaction, account: Buffer): Promise<void> {
  await tx.deleteFrom('accounts.sign_in_guard').where('kind', '=', 'account').where('key', '=', account).execute()
}

/** Until when the account takes no tries; null when it does. */
export async function accountLockedUntil(db: Reader, account: Buffer): Promise<Date | null> {
  const { account: failures } = await readFailures(db, { account, address: Buffer.alloc(32) })
  return lockedUntil(failures, accountLockout, await databaseNow(db))
}

async function readFailures(db: Reader, keys: GuessKeys): Promise<Partial<Record<keyof GuessKeys, Failures>>> {
  const rows = await db
    .selectFrom('accounts.sign_in_guard')
    .select(['kind', 'failures', 'last_failure_at'])
    .where((row) => row.or(kinds.map((kind) => row.and([row('kind', '=', kind), row('key', '=', keys[kind])]))))
    .execute()
  return Object.fromEntries(rows.map((row) => [row.kind, { count: row.failures, lastAt: row.last_failure_at }]))
}

function paused(until: Date, now: Date): AppError {
  const seconds = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000))
  const minutes = Math.ceil(seconds / 60)
  return new AppError(
    'too-many',
    'sign_in_paused',
    {
      zh: `多次输入有误，登录暂停约 ${minutes} 分钟。`,
      en: `Too many wrong tries; signing in pauses for about ${minutes} min.`,
    },
    {
      retryAfterSeconds: seconds,
      remedy: {
        zh: '请稍后再试；急用时请安全管理员解除暂停。',
        en: 'Try again later, or ask your security administrator to lift the pause.',
      },
    },
  )
}
