import type { Route } from '@opensti/http'
import { appealRoutes } from './appeal-routes.ts'
import { assessmentOnlyRoutes } from './assessment-routes.ts'
import { decompositionRoutes } from './decomposition-routes.ts'

export const assessmentRoutes: readonly Route[] = [...decompositionRoutes, ...assessmentOnlyRoutes, ...appealRoutes]
