import { z } from 'zod'

/** What a region's system administrator sees of its webhook. Who was told what stands nowhere here. */

const Names = z.object({ zh: z.string(), en: z.string() })
const Time = z.iso.datetime()
const Kind = z.string().max(120)

export const WebhookParams = z.object({ region: z.string().regex(/^[a-z0-9-]{1,60}$/) })

const Outcome = z.enum(['taken', 'refused', 'redirected', 'unreachable', 'timed-out', 'not-allowed'])

export const WebhookView = z
  .object({
    regionId: z.string(),
    /** Null while nothing is set up. */
    address: z.string().nullable(),
    enabled: z.boolean(),
    kinds: z.array(z.object({ kind: Kind, name: Names, wanted: z.boolean() })),
    secretRenewedAt: Time.nullable(),
    /** Hosts of one's own network that the operator lists. */
    listedHosts: z.array(z.string()),
    attempts: z.array(
      z.object({
        id: z.string(),
        kind: Kind,
        name: Names,
        attempt: z.number().int(),
        outcome: Outcome,
        status: z.number().int().nullable(),
        milliseconds: z.number().int(),
        at: Time,
      }),
    ),
  })
  .meta({ id: 'WebhookView' })
export type WebhookView = z.infer<typeof WebhookView>

export const SetWebhook = z
  .object({
    address: z.string().trim().min(8).max(500),
    enabled: z.boolean(),
    kinds: z.array(Kind).max(100),
  })
  .meta({ id: 'SetWebhook' })
export type SetWebhook = z.infer<typeof SetWebhook>

export const AskWebhookSecret = z.object({ renew: z.boolean() }).meta({ id: 'AskWebhookSecret' })
export const WebhookSecret = z.object({ secret: z.string() }).meta({ id: 'WebhookSecret' })
