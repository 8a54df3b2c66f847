import { type DemonstrationSignIn, DemonstrationSignInList } from '@opensti/accounts/contract'
import type { Database } from '@opensti/db'
import { defineRoute, type Route } from '@opensti/http'

export type FindSignIns = (db: Database) => Promise<DemonstrationSignIn[]>

/** Whom one may sign in as in the demonstration; nobody anywhere else. The password is not told. */
export function demonstrationRoutes(signIns: FindSignIns): readonly Route[] {
  return [
    defineRoute({
      method: 'GET',
      url: '/api/demonstration/sign-ins',
      action: 'house.demonstration.read',
      summary: { zh: '演示账号', en: 'Demonstration sign-ins' },
      answer: DemonstrationSignInList,
      handle: async ({ db }) => ({ signIns: await signIns(db) }),
    }),
  ]
}
