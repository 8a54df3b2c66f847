import { notify, settleNotices } from '@opensti/accounts'
import type { Reader, Transaction } from '@opensti/db'
import { type Day, newId } from '@opensti/kernel'
import { type StaleIndicator, staleIndicators } from '@opensti/plans'
import { sql } from 'kysely'
import { reportingNotices } from '../../domain/notice-kinds.ts'

/** How many indicators a notice names; the desk shows all. */
const named = 3

/**
 * Raises an alarm for each indicator whose figure has newly grown old, tells the region's planners of all together, and
 * clears those that have a newer figure. At night alarms are cleared and none is raised.
 */
export async function raiseStaleAlarms(tx: Transaction, regionId: string, today: Day, tell: boolean): Promise<void> {
  const stale = await staleIndicators(tx, regionId, today)
  await clear(tx, regionId, stale)
  if (!tell || stale.length === 0) return
  const batch = newId()
  const raised = await tx
    .insertInto('reporting.stale_alarm')
    .values(
      stale.map((one) => ({
        region_id: regionId,
        indicator_code: one.code,
        latest_period: one.latestPeriod,
        batch,
      })),
    )
    .onConflict((clash) => clash.doNothing())
    .returning('indicator_code')
    .execute()
  if (raised.length === 0) return
  const codes = new Set(raised.map((row) => row.indicator_code))
  const names = stale.filter((one) => codes.has(one.code)).map((one) => one.name)
  const list = (language: 'zh' | 'en') =>
    names
      .slice(0, named)
      .map((name) => name[language] || name.zh)
      .join(language === 'zh' ? '、' : ', ') + (names.length > named ? (language === 'zh' ? '等' : ' …') : '')
  await notify(tx, {
    to: await plannersOf(tx, regionId),
    kind: reportingNotices.stale.kind,
    params: { count: names.length, names: { zh: list('zh'), en: list('en') } },
    link: '/reporting',
    key: noticeKey(batch),
  })
}

async function clear(tx: Transaction, regionId: string, stale: readonly StaleIndicator[]): Promise<void> {
  const still = stale.map((one) => `${one.code} ${one.latestPeriod}`)
  const cleared = await tx
    .updateTable('reporting.stale_alarm')
    .set({ cleared_at: sql<Date>`clock_timestamp()` })
    .where('region_id', '=', regionId)
    .where('cleared_at', 'is', null)
    .where(sql<boolean>`not indicator_code || ' ' || latest_period = any (${still})`)
    .returning('batch')
    .execute()
  const batches = [...new Set(cleared.map((row) => row.batch))]
  if (batches.length === 0) return
  const open = await tx
    .selectFrom('reporting.stale_alarm')
    .select('batch')
    .distinct()
    .where('batch', 'in', batches)
    .where('cleared_at', 'is', null)
    .execute()
  const done = batches.filter((batch) => !open.some((row) => row.batch === batch))
  await settleNotices(tx, done.map(noticeKey))
}

async function plannersOf(db: Reader, regionId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('accounts.role_grant')
    .select('person')
    .distinct()
    .where('region', '=', regionId)
    .where('role', '=', 'planner')
    .where('revoked_at', 'is', null)
    .execute()
  return rows.map((row) => row.person)
}

const noticeKey = (batch: string) => `reporting.stale/${batch}`
