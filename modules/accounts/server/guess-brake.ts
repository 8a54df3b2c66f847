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
import type { AccountsSignInGuard } from '../generated/tables.ts'

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

/** One thing whose tries are counted, and how many are free. */
export interface Counted {
  kind: AccountsSignInGuard['kind']
  key: Buffer
  rule: LockoutRule
}

/**
 * Counts a try as wrong before the password is looked at, so that many at once cannot outrun the count.
 * Throws 429 `sign_in_paused` while account or address must wait; such tries are not counted.
 */
export async function reserveTry(tx: Transaction, keys: GuessKeys): Promise<void> {
  await countTries(
    tx,
    kinds.map((kind) => ({ kind, key: keys[kind], rule: rules[kind] })),
    paused,
  )
}

/** Counts one try for each of these; throws what `refusal` makes while one of them must wait, and counts nothing then. */
export async function countTries(
  tx: Transaction,
  counted: readonly Counted[],
  refusal: (until: Date, now: Date) => AppError,
): Promise<void> {
  const now = await databaseNow(tx)
  const known = await readFailures(tx, counted)
  const pauses = counted.map((one, at) => lockedUntil(known[at], one.rule, now)).filter((until) => until !== null)
  if (pauses.length > 0) throw refusal(new Date(Math.max(...pauses.map(Number))), now)
  for (const [at, { kind, key, rule }] of counted.entries()) {
    const before = known[at]
    const failures = before && !isForgotten(before, rule, now) ? before.count + 1 : 1
    await tx
      .insertInto('accounts.sign_in_guard')
      .values({ kind, key, failures, last_failure_at: now })
      .onConflict((row) => row.columns(['kind', 'key']).doUpdateSet({ failures, last_failure_at: now }))
      .execute()
  }
}

/** The try was right: the account starts afresh, the address gets this one back. */
export async function forgiveTry(tx: Transaction, keys: GuessKeys): Promise<void> {
  await clearAccount(tx, keys.account)
  await giveBack(tx, 'address', keys.address)
}

/** The first of two steps was right: this try is given back and no other, or the second could be guessed without end. */
export async function giveBackTry(tx: Transaction, keys: GuessKeys): Promise<void> {
  for (const kind of kinds) await giveBack(tx, kind, keys[kind])
}

async function giveBack(tx: Transaction, kind: keyof GuessKeys, key: Buffer): Promise<void> {
  await tx
    .updateTable('accounts.sign_in_guard')
    .set((row) => ({ failures: row(row.ref('failures'), '-', 1) }))
    .where('kind', '=', kind)
    .where('key', '=', key)
    .where('failures', '>', 0)
    .execute()
}

export async function clearAccount(tx: Transaction, account: Buffer): Promise<void> {
  await tx.deleteFrom('accounts.sign_in_guard').where('kind', '=', 'account').where('key', '=', account).execute()
}

/** Until when the account takes no tries; null when it does. */
export async function accountLockedUntil(db: Reader, account: Buffer): Promise<Date | null> {
  const [failures] = await readFailures(db, [{ kind: 'account', key: account }])
  return lockedUntil(failures, accountLockout, await databaseNow(db))
}

/** In the order asked for; undefined where nothing was counted. */
async function readFailures(db: Reader, counted: readonly Pick<Counted, 'kind' | 'key'>[]) {
  const rows = await db
    .selectFrom('accounts.sign_in_guard')
    .select(['kind', 'key', 'failures', 'last_failure_at'])
    .where((row) => row.or(counted.map(({ kind, key }) => row.and([row('kind', '=', kind), row('key', '=', key)]))))
    .execute()
  return counted.map(({ kind, key }): Failures | undefined => {
    const row = rows.find((one) => one.kind === kind && one.key.equals(key))
    return row && { count: row.failures, lastAt: row.last_failure_at }
  })
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
