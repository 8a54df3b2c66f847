import { createHash } from 'node:crypto'
import type { Context } from '@opensti/http'
import { sql } from 'kysely'

export interface RememberedPage {
  html: string
  etag: string
}

interface Entry {
  /** Of all regions together, and the day: a page tells how much of a plan's time has passed. */
  state: string
  page: RememberedPage
}

/** Pages of one site; beyond it the oldest goes. A page is about 20 to 60 kB. */
const entriesMax = 2000
const entries = new Map<string, Entry>()

/**
 * Renders a page once for each state of the ledger. Every request asks the database for the state, so that
 * what was confirmed or withdrawn a moment ago is never missing or still there.
 */
export async function rememberPage(context: Context, render: () => Promise<string>): Promise<RememberedPage> {
  const { rows } = await sql<{
    revision: string
  }>`select coalesce(sum(revision), 0)::text as revision from plans.region`.execute(context.db)
  const state = `${rows[0]?.revision} ${context.clock.now().toISOString().slice(0, 10)}`
  const key = context.request.url
  const known = entries.get(key)
  if (known?.state === state) return known.page
  const html = await render()
  const etag = `"${createHash('sha256').update(html).digest('base64url').slice(0, 22)}"`
  entries.delete(key)
  entries.set(key, { state, page: { html, etag } })
  if (entries.size > entriesMax) entries.delete(entries.keys().next().value ?? '')
  return { html, etag }
}
