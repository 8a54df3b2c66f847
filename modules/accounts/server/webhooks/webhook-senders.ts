import { type Database, type DeliveredMessage, type Reader, type Sender, transaction, Undeliverable } from '@opensti/db'
import { sql } from 'kysely'
import { z } from 'zod'
import { type NoticeParams, noticeText } from '../../domain/notice-kind.ts'
import { paramWords } from '../notices/list-notices.ts'
import type { NoticeMeans } from '../notices/notice-letter.ts'
import { postMessage, type WebhookAnswer } from './post-message.ts'
import { signMessage, webhookKey } from './sign-message.ts'

/** What handing over needs to know of the house. */
export interface WebhookMeans extends NoticeMeans {
  /** Signs; see `webhookKey`. */
  linkSecret: Buffer
  /** Hosts in the operator's own network that messages may go to, over plain HTTP as well. */
  webhookHosts: readonly string[]
}

const AboutNotice = z.object({ noticeId: z.string().regex(/^\d{1,18}$/) })
const AboutTrial = z.object({ region: z.string() })
/** How long the other side may take to answer. */
const answerSeconds = 10
/** How long the key before the last renewal signs too, in hours. */
const bothKeysHours = 24

/** Not taken, to be tried again. The name is noted beside the message. */
class WebhookFailure extends Error {
  constructor(outcome: string) {
    super(`The webhook did not take the message: ${outcome}.`)
    this.name = `Webhook ${outcome}`
  }
}

/** Writes the messages of regions' webhooks when their time has come, signs and hands them over, and notes how it went. */
export function webhookSenders(
  db: Database,
  means: WebhookMeans,
  seconds: { answer: number } = { answer: answerSeconds },
): Record<string, Sender> {
  const hand = (message: DeliveredMessage, written: WrittenMessage | null, signal: AbortSignal) =>
    written === null
      ? Promise.resolve()
      : handToWebhook(db, means, { message, written, signal, seconds: seconds.answer })
  return {
    'webhook.notice': async (message, signal) => {
      const about = AboutNotice.safeParse(message.payload)
      if (!about.success) throw new Undeliverable('The message does not say which notice it is about.')
      await hand(message, await writeNotice(db, means, about.data.noticeId), signal)
    },
    'webhook.trial': async (message, signal) => {
      const about = AboutTrial.safeParse(message.payload)
      if (!about.success) throw new Undeliverable('The message does not say which webhook it tries.')
      const content = { region: about.data.region, text: { zh: '测试消息', en: 'A trial message' } }
      await hand(message, { region: about.data.region, kind: 'webhook.trial', content }, signal)
    },
  }
}

/** What is told to the other side, and which region's webhook tells it. */
export interface WrittenMessage {
  region: string
  kind: string
  content: object
}

interface HandingOver {
  message: DeliveredMessage
  written: WrittenMessage
  signal: AbortSignal
  /** How long the other side may take to answer. */
  seconds?: number
}

/**
 * Signs a message, hands it over to its region's webhook and notes how that went; nothing where the region has none.
 *
 * @throws when it was not taken, to be tried again.
 */
export async function handToWebhook(
  db: Database,
  means: Pick<WebhookMeans, 'linkSecret' | 'webhookHosts'>,
  { message, written, signal, seconds = answerSeconds }: HandingOver,
): Promise<void> {
  const hook = await findWebhook(db, written.region)
  if (!hook) return
  const id = `msg_${message.id}`
  const body = JSON.stringify({ type: written.kind, ...written.content })
  const began = Date.now()
  const at = Math.floor(began / 1000)
  const answer = await postMessage(
    {
      url: hook.url,
      body,
      headers: {
        'user-agent': 'OpenSTI',
        'webhook-id': id,
        'webhook-timestamp': String(at),
        'webhook-signature': hook.numbers
          .map((number) => signMessage(webhookKey(means.linkSecret, written.region, number), id, at, body))
          .join(' '),
      },
    },
    means.webhookHosts,
    AbortSignal.any([signal, AbortSignal.timeout(seconds * 1000)]),
  )
  await note(db, message, written, answer, Date.now() - began)
  if (answer.outcome !== 'taken') throw new WebhookFailure(answer.outcome)
}

/** Whether a region has a webhook that is in use and takes messages of this kind. */
export async function webhookWants(db: Reader, region: string, kind: string): Promise<boolean> {
  const row = await db
    .selectFrom('accounts.webhook')
    .select('region')
    .where('region', '=', region)
    .where('enabled', '=', true)
    .where(sql<boolean>`${kind} = any (kinds)`)
    .executeTakeFirst()
  return row !== undefined
}

/** Where a region's messages go, and the numbers of the keys that sign now. */
async function findWebhook(db: Reader, region: string) {
  const row = await db
    .selectFrom('accounts.webhook')
    .select(['url', 'secret_number'])
    .select(sql<boolean>`renewed_at > clock_timestamp() - make_interval(hours => ${bothKeysHours}::int)`.as('fresh'))
    .where('region', '=', region)
    .executeTakeFirst()
  if (!row) return null
  const before = row.fresh && row.secret_number > 1 ? [row.secret_number - 1] : []
  return { url: row.url, numbers: [row.secret_number, ...before] }
}

/** What is said of a notice; nothing once it was seen, or when the region no longer wants this kind. */
async function writeNotice(db: Reader, { publicUrl, noticeKinds }: WebhookMeans, id: string) {
  const row = await db
    .selectFrom('accounts.notice as n')
    .innerJoin('accounts.person as p', 'p.id', 'n.person')
    .innerJoin('accounts.webhook as w', 'w.region', 'p.region')
    .select(['n.kind', 'n.params', 'n.link', 'n.made_at', 'p.name', 'p.sign_in_name', 'p.region', 'p.unit'])
    .where('n.id', '=', BigInt(id))
    .where('n.seen_at', 'is', null)
    .where('p.status', '=', 'active')
    .where('w.enabled', '=', true)
    .where(sql<boolean>`n.kind = any (w.kinds)`)
    .executeTakeFirst()
  if (!row) return null
  return {
    region: row.region,
    kind: row.kind,
    content: {
      region: row.region,
      at: row.made_at.toISOString(),
      recipient: { signInName: row.sign_in_name, name: row.name, unit: row.unit },
      text: noticeText(noticeKinds, row.kind, row.params as NoticeParams, paramWords),
      link: `${publicUrl()}/workbench${row.link}`,
    },
  }
}

async function note(
  db: Database,
  message: DeliveredMessage,
  { region, kind }: { region: string; kind: string },
  { outcome, status }: WebhookAnswer,
  milliseconds: number,
): Promise<void> {
  await transaction(db, 'accounts.note-webhook-try', async (tx) => {
    await tx
      .insertInto('accounts.webhook_try')
      .values({ region, message: message.id, kind, attempt: message.attempt, outcome, status, milliseconds })
      .execute()
    await tx
      .deleteFrom('accounts.webhook_try')
      .where('region', '=', region)
      .where('at', '<', sql<Date>`clock_timestamp() - interval '30 days'`)
      .execute()
  })
}
