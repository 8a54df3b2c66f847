import type { Reader } from '@opensti/db'
import { type Context, type Route, route } from '@opensti/http'
import type { PolicyObject } from '@opensti/kernel'
import { AskWebhookSecret, SetWebhook, WebhookParams, WebhookSecret, WebhookView } from '../../contract-webhooks.ts'
import type { NoticeKind } from '../../domain/notice-kind.ts'
import { deedOf } from '../deed.ts'
import type { AccountsOptions } from '../options.ts'
import { giveWebhookSecret, setWebhook, tryWebhook } from './set-webhook.ts'

/** How a region's notices reach its gateway for short messages or messenger: the system administrator's business. */
export function webhookRoutes({
  noticeKinds: kinds = [],
  webhookHosts: listedHosts = [],
  ...options
}: AccountsOptions) {
  const ofRegion = {
    params: WebhookParams,
    object: ({ db, params }: Context<{ region: string }, undefined, undefined>) => regionObject(db, params.region),
  }
  const lines: Route[] = [
    route('GET /api/operations/webhooks/:region', 'operations.webhook.read', ['消息推送', 'The webhook of a region'], {
      ...ofRegion,
      answer: WebhookView,
      handle: ({ db, params }) => getWebhookView(db, params.region, kinds, listedHosts),
    }),
    route('PUT /api/operations/webhooks/:region', 'operations.webhook.set', ['设置消息推送', 'Set the webhook'], {
      params: WebhookParams,
      body: SetWebhook,
      object: ({ db, params }) => regionObject(db, params.region),
      handle: (context) =>
        setWebhook(context.db, deedOf(context), context.params.region, context.body, { kinds, listedHosts }),
    }),
    route('POST /api/operations/webhooks/:region/secret', 'operations.webhook.set', ['签名密钥', 'The signing key'], {
      params: WebhookParams,
      body: AskWebhookSecret,
      answer: WebhookSecret,
      object: ({ db, params }) => regionObject(db, params.region),
      handle: (context) =>
        giveWebhookSecret(context.db, deedOf(context), context.params.region, context.body.renew, options.linkSecret),
    }),
    route('POST /api/operations/webhooks/:region/trial', 'operations.webhook.set', ['发测试消息', 'Send a trial'], {
      ...ofRegion,
      handle: (context) => tryWebhook(context.db, deedOf(context), context.params.region),
    }),
  ]
  return lines
}

async function regionObject(db: Reader, region: string): Promise<PolicyObject | null> {
  const row = await db.selectFrom('accounts.region').select('id').where('id', '=', region).executeTakeFirst()
  return row ? { regionId: row.id } : null
}

/** How a region's webhook is set up, and how the latest tries went. */
async function getWebhookView(
  db: Reader,
  region: string,
  kinds: readonly NoticeKind[],
  listedHosts: readonly string[],
): Promise<WebhookView> {
  const hook = await db.selectFrom('accounts.webhook').selectAll().where('region', '=', region).executeTakeFirst()
  const tries = await db
    .selectFrom('accounts.webhook_try')
    .selectAll()
    .where('region', '=', region)
    .orderBy('id', 'desc')
    .limit(50)
    .execute()
  const trial = { zh: '测试消息', en: 'Trial message' }
  return {
    regionId: region,
    address: hook?.url ?? null,
    enabled: hook?.enabled ?? false,
    kinds: kinds.map(({ kind, name }) => ({ kind, name, wanted: hook?.kinds.includes(kind) ?? true })),
    secretRenewedAt: hook?.renewed_at.toISOString() ?? null,
    listedHosts: [...listedHosts],
    attempts: tries.map((row) => ({
      id: String(row.id),
      kind: row.kind,
      name: kinds.find(({ kind }) => kind === row.kind)?.name ?? trial,
      attempt: row.attempt,
      outcome: row.outcome,
      status: row.status,
      milliseconds: row.milliseconds,
      at: row.at.toISOString(),
    })),
  }
}
