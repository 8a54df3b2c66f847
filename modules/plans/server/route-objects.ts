import type { Context } from '@opensti/http'
import type { PolicyObject } from '@opensti/kernel'
import { z } from 'zod'

/** Things that addresses name, each with what the policy has to know of it: spread one into a route. */

export const Code = z.string().min(1).max(120)
export const Region = z.object({ region: Code })
export const Plan = Region.extend({ plan: Code })
const ReadingId = z.object({ reading: z.uuid() })

type On<Params> = Pick<Context<Params>, 'db' | 'params'>

export const ofRegion = {
  params: Region,
  object: async ({ params }: On<z.infer<typeof Region>>): Promise<PolicyObject> => ({ regionId: params.region }),
}

export const ofPlan = {
  params: Plan,
  object: async ({ db, params }: On<z.infer<typeof Plan>>): Promise<PolicyObject | null> => {
    const plan = await db
      .selectFrom('plans.plan')
      .select('region_id')
      .where('region_id', '=', params.region)
      .where('code', '=', params.plan)
      .executeTakeFirst()
    return plan ? { regionId: plan.region_id } : null
  },
}

const regionOfReading = async ({ db, params }: On<{ reading: string }>): Promise<PolicyObject | null> => {
  const row = await db
    .selectFrom('plans.reading')
    .select('region_id')
    .where('id', '=', params.reading)
    .where('state', '<>', 'preparing')
    .executeTakeFirst()
  return row ? { regionId: row.region_id } : null
}

export const ofReading = { params: ReadingId, object: regionOfReading }

export const ofPiece = {
  params: ReadingId.extend({ piece: z.coerce.number().int().min(0).max(100_000) }),
  object: regionOfReading,
}
