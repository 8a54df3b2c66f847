import type { Database } from '@opensti/db'
import type { Context, Route } from '@opensti/http'
import type { Actor } from '@opensti/kernel'
import { away, home, usualUnit } from './world.ts'

/** A fault that a handler can have while the policy table is right. */
export interface PlantedHandler {
  what: string
  method: Route['method']
  url: string
  plant(route: Route): Route
}

/** Handlers that forget their own scope. The policy lets the asker in rightly each time; what they then do is wrong. */
export const plantedFaults: readonly PlantedHandler[] = [
  {
    what: 'a list of readings without its filter by region',
    method: 'GET',
    url: '/api/readings',
    plant: (route) => asIf(route, insider),
  },
  {
    what: 'a list of people of another region than the one asked about',
    method: 'GET',
    url: '/api/accounts/people',
    plant: (route) => ({ ...route, handle: (context) => route.handle({ ...context, query: { region: away } }) }),
  },
  {
    what: 'an audit list of every region',
    method: 'GET',
    url: '/api/audit/entries',
    plant: (route) => ({
      ...route,
      handle: async (context) => {
        const lists = [home, away].map((region) => ({ ...(context.query as object), region, limit: 50 }))
        const pages = await Promise.all(lists.map((query) => route.handle({ ...context, query })))
        return { entries: pages.flatMap((page) => (page as { entries: object[] }).entries), next: null }
      },
    }),
  },
  {
    what: 'a list that leaves out what its reader may see',
    method: 'GET',
    url: '/api/accounts/invitations',
    plant: (route) => ({ ...route, handle: async () => ({ invitations: [] }) }),
  },
  {
    what: 'a public page that shows drafts to insiders’ neighbours',
    method: 'GET',
    url: '/api/regions/:region/plans/:plan',
    plant: (route) => asIf(route, insider),
  },
  {
    what: 'decisions about candidates of whatever reading',
    method: 'POST',
    url: '/api/readings/:reading/decisions',
    plant: (route) => ({
      ...route,
      handle: async (context) => {
        const { decisions } = context.body as { decisions: { candidateId: string }[] }
        const row = await context.db
          .selectFrom('plans.candidate')
          .select('reading_id')
          .where('id', '=', decisions[0]!.candidateId)
          .executeTakeFirst()
        return route.handle(row ? { ...context, params: { reading: row.reading_id } } : context)
      },
    }),
  },
  {
    what: 'publishing by the plan’s code alone',
    method: 'PUT',
    url: '/api/regions/:region/plans/:plan/publication',
    plant: (route) => ({
      ...route,
      object: async ({ params }) => ({ regionId: (params as { region: string }).region }),
      handle: anyRegion(route),
    }),
  },
  {
    what: 'a role for a person of another region',
    method: 'POST',
    url: '/api/accounts/grants',
    plant: (route) => ({
      ...route,
      object: async ({ body }) => ({ regionId: (body as { regionId: string }).regionId }),
    }),
  },
  {
    what: 'a list of items that forgets whose they are',
    method: 'GET',
    url: '/api/regions/:region/items',
    plant: (route) => asIf(route, insider),
  },
  {
    what: 'evidence of whatever item',
    method: 'GET',
    url: '/api/items/:item/evidence/:evidence',
    plant: (route) => ({
      ...route,
      object: async () => ({ regionId: home, unitIds: [`${home}/${usualUnit(home)}`], state: 'assigned' }),
    }),
  },
  {
    what: 'a write that stays although it is refused',
    method: 'DELETE',
    url: '/api/accounts/grants/:grantId',
    plant: (route) => ({
      ...route,
      object: async (context) => {
        await touch(context.db)
        return (await route.object?.(context)) ?? null
      },
    }),
  },
  {
    what: 'looking that writes',
    method: 'GET',
    url: '/api/accounts/units',
    plant: (route) => ({
      ...route,
      handle: async (context) => {
        await touch(context.db)
        return route.handle(context)
      },
    }),
  },
]

/** Staff of both cities, who may see every draft. */
const insider: Actor = {
  kind: 'person',
  personId: '00000000-0000-7000-8000-000000000000',
  sessionId: '00000000-0000-7000-8000-000000000000',
  name: 'insider',
  grants: [home, away].map((regionId) => ({ role: 'planner', regionId, unitId: null })),
}

function asIf(route: Route, actor: Actor): Route {
  const { state: _, ...fresh } = route
  return { ...fresh, handle: (context) => route.handle({ ...context, actor }) }
}

/** Takes the plan’s region from the plan. */
function anyRegion(route: Route): Route['handle'] {
  return async (context: Context) => {
    const { plan } = context.params as { plan: string }
    const row = await context.db
      .selectFrom('plans.plan')
      .select('region_id')
      .where('code', '=', plan)
      .executeTakeFirst()
    return route.handle({ ...context, params: { plan, region: row?.region_id ?? home } })
  }
}

async function touch(db: Database): Promise<void> {
  await db.updateTable('plans.region').set({ revision: 1 }).where('id', '=', home).execute()
}
