import { createHmac } from 'node:crypto'

/**
 * The key of a region's webhook, derived from the installation's secret, so that it stands in no table. Written as
 * Standard Webhooks writes keys: `whsec_` and base64.
 */
export function webhookKey(linkSecret: Buffer, region: string, number: number): string {
  return `whsec_${createHmac('sha256', linkSecret).update(`webhook ${region} ${number}`).digest('base64')}`
}

/** The signature over id, time and body as Standard Webhooks has it: `v1,` and base64 of HMAC-SHA256. */
export function signMessage(key: string, id: string, seconds: number, body: string): string {
  const bytes = Buffer.from(key.replace(/^whsec_/, ''), 'base64')
  return `v1,${createHmac('sha256', bytes).update(`${id}.${seconds}.${body}`).digest('base64')}`
}
