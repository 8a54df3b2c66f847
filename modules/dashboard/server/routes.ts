import { type Route, route } from '@opensti/http'
import { z } from 'zod'
import { DashboardView, RegionId } from '../contract.ts'
import { getDashboardView } from './dashboard-view.ts'

export const dashboardRoutes: readonly Route[] = [
  route('GET /api/regions/:region/dashboard', 'dashboard.view.read', ['领导看板', 'A head’s dashboard'], {
    params: z.object({ region: RegionId }),
    object: async ({ params }) => ({ regionId: params.region }),
    answer: DashboardView,
    handle: ({ db, actor, params }) => getDashboardView(db, actor, params.region),
  }),
]
