import { defineRoute, type Route } from '@opensti/http'
import { RegionList, RoleList, UnitList, UnitQuery } from '../contract.ts'
import { listRegions } from './list-regions.ts'
import { unitDirectory } from './unit-directory.ts'
import { listRoles } from './views.ts'

/** Lists that many screens choose from. */
export function unitRoutes(): Route[] {
  return [
    defineRoute({
      method: 'GET',
      url: '/api/accounts/regions',
      action: 'accounts.unit.read',
      summary: { zh: '地区', en: 'Regions' },
      answer: RegionList,
      handle: async ({ db }) => ({ regions: await listRegions(db) }),
    }),
    defineRoute({
      method: 'GET',
      url: '/api/accounts/units',
      action: 'accounts.unit.read',
      summary: { zh: '单位', en: 'Government units' },
      query: UnitQuery,
      answer: UnitList,
      handle: async ({ db, query }) => {
        const directory = await unitDirectory(db)
        return { units: [...(query.region === undefined ? directory.all() : directory.inRegion(query.region))] }
      },
    }),
    defineRoute({
      method: 'GET',
      url: '/api/accounts/roles',
      action: 'accounts.role.read',
      summary: { zh: '角色', en: 'Roles' },
      answer: RoleList,
      handle: async ({ db }) => ({ roles: await listRoles(db) }),
    }),
  ]
}
