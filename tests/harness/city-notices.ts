import type { Database } from '@opensti/db'
import type { Ids } from './city-things.ts'

/** A sound message for each route about notices, webhooks and reminders that has a body. */
export const noticeBodies: Record<string, (ids: Ids) => object> = {
  'POST /api/accounts/own/notices/seen': () => ({ upTo: '999999999' }),
  'PUT /api/accounts/own/notice-choices': () => ({ kinds: [{ kind: 'reporting.return-late', byMail: false }] }),
  'PUT /api/accounts/own/office-phone': () => ({ officePhone: '0000-8800 1999' }),
  'PUT /api/operations/webhooks/:region': () => webhook('https://sms.harness.example/opensti'),
  'POST /api/operations/webhooks/:region/secret': () => ({ renew: true }),
  'POST /api/regions/:region/cycles/:cycle/periods/:period/reminders': (ids) => ({ returns: [ids['return']] }),
  'POST /api/returns/:return/calls': () => ({ reached: true, note: '明天上午报' }),
  'PUT /api/regions/:region/reminder-plan': () => reminderPlan([3, 1]),
}

export function webhook(address: string) {
  return { address, enabled: false, kinds: ['reporting.return-late'] }
}

export function reminderPlan(before: number[]) {
  return { before, onDay: true, after: [1, 3], again: 5, leaderFrom: 1 }
}

/** A gateway that the region’s notices could go to. */
export async function prepareWebhook(db: Database, region: string): Promise<void> {
  await db
    .insertInto('accounts.webhook')
    .values({ region, url: 'https://sms.harness.example/opensti', kinds: [] })
    .onConflict((clash) => clash.doNothing())
    .execute()
}
