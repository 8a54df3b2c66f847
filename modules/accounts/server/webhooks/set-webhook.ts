import { type Database, enqueue, recordAudit, type Transaction, transaction } from '@opensti/db'
import { type Bilingual, notFound, unprocessable } from '@opensti/kernel'
import { sql } from 'kysely'
import type { SetWebhook } from '../../contract-webhooks.ts'
import type { NoticeKind } from '../../domain/notice-kind.ts'
import { type AddressProblem, addressProblem, hostOf } from '../../domain/webhook-address.ts'
import { type Deed, personIdOf } from '../deed.ts'
import { webhookKey } from './sign-message.ts'

/** Sets where a region's notices go besides, and which. Throws `webhook_address` or `notice_kind_unknown` (422). */
export async function setWebhook(
  db: Database,
  deed: Deed,
  region: string,
  wanted: SetWebhook,
  { kinds, listedHosts }: { kinds: readonly NoticeKind[]; listedHosts: readonly string[] },
): Promise<void> {
  const problem = addressProblem(wanted.address, listedHosts)
  if (problem) throw addressRefused(problem)
  const unknown = wanted.kinds.find((one) => !kinds.some(({ kind }) => kind === one))
  if (unknown) throw kindUnknown(unknown)
  await transaction(db, 'accounts.set-webhook', async (tx) => {
    const row = {
      url: wanted.address,
      enabled: wanted.enabled,
      kinds: [...new Set(wanted.kinds)].sort(),
      changed_by: personIdOf(deed.actor),
    }
    await tx
      .insertInto('accounts.webhook')
      .values({ region, ...row })
      .onConflict((clash) => clash.column('region').doUpdateSet({ ...row, changed_at: sql`clock_timestamp()` }))
      .execute()
    // Not the whole address: gateways put keys of their own into it.
    await note(tx, deed, region, 'accounts.set-webhook', {
      host: hostOf(new URL(wanted.address)),
      enabled: wanted.enabled,
    })
  })
}

/** The key that signs, to be entered at the other side; renewed first where asked for. Throws 404 while nothing is set up. */
export async function giveWebhookSecret(
  db: Database,
  deed: Deed,
  region: string,
  renew: boolean,
  linkSecret: Buffer,
): Promise<{ secret: string }> {
  return transaction(db, 'accounts.give-webhook-secret', async (tx) => {
    const number = renew ? await renewed(tx, region) : await numberOf(tx, region)
    await note(tx, deed, region, 'accounts.give-webhook-secret', { number, renewed: renew })
    return { secret: webhookKey(linkSecret, region, number) }
  })
}

/** Sends a trial message by the same way as all others. Throws 404 while nothing is set up. */
export async function tryWebhook(db: Database, deed: Deed, region: string): Promise<void> {
  await transaction(db, 'accounts.try-webhook', async (tx) => {
    await numberOf(tx, region)
    await enqueue(tx, { topic: 'webhook.trial', payload: { region } })
    await note(tx, deed, region, 'accounts.try-webhook', {})
  })
}

async function numberOf(tx: Transaction, region: string): Promise<number> {
  const row = await tx
    .selectFrom('accounts.webhook')
    .select('secret_number')
    .where('region', '=', region)
    .executeTakeFirst()
  if (!row) throw notFound()
  return row.secret_number
}

async function renewed(tx: Transaction, region: string): Promise<number> {
  const row = await tx
    .updateTable('accounts.webhook')
    .set((set) => ({ secret_number: set('secret_number', '+', 1), renewed_at: sql<Date>`clock_timestamp()` }))
    .where('region', '=', region)
    .returning('secret_number')
    .executeTakeFirst()
  if (!row) throw notFound()
  return row.secret_number
}

async function note(tx: Transaction, { actor, requestId }: Deed, region: string, action: string, detail: object) {
  await recordAudit(tx, {
    actor,
    action,
    region,
    object: { kind: 'webhook', id: region },
    requestId,
    detail: { ...detail },
  })
}

const problems: Record<NonNullable<AddressProblem>, { text: Bilingual; remedy: Bilingual }> = {
  'no-address': {
    text: { zh: '这不是网址。', en: 'This is no web address.' },
    remedy: { zh: '请写成 https://主机/路径。', en: 'Write it as https://host/path.' },
  },
  credentials: {
    text: { zh: '网址里不能带用户名、密码或“#”。', en: 'The address must not hold a user, a password or “#”.' },
    remedy: { zh: '请去掉；消息本身带签名，对方据此核实。', en: 'Leave them out; messages are signed.' },
  },
  'not-https': {
    text: { zh: '网址须以 https 开头。', en: 'The address must begin with https.' },
    remedy: {
      zh: '内网网关确需用 http 的，请运维人员在 OPENSTI_WEBHOOK_HOSTS 中列出其主机。',
      en: 'For a gateway in your own network, have the operator list its host in OPENSTI_WEBHOOK_HOSTS.',
    },
  },
  private: {
    text: { zh: '这个地址属于本机或内部网络。', en: 'This address belongs to this machine or an inner network.' },
    remedy: {
      zh: '确需使用的，请运维人员在 OPENSTI_WEBHOOK_HOSTS 中列出其主机。',
      en: 'If it is meant, have the operator list its host in OPENSTI_WEBHOOK_HOSTS.',
    },
  },
}

function addressRefused(problem: NonNullable<AddressProblem>) {
  const { text, remedy } = problems[problem]
  return unprocessable('webhook_address', text, { remedy, details: [{ message: text, place: { field: 'address' } }] })
}

function kindUnknown(kind: string) {
  return unprocessable(
    'notice_kind_unknown',
    { zh: `没有“${kind}”这一类通知。`, en: `There are no notices of the kind “${kind}”.` },
    { remedy: { zh: '请刷新页面后再选。', en: 'Reload the page and choose again.' } },
  )
}
