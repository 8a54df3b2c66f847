import type { Database } from '@opensti/db'
import type { Server } from '@opensti/http'
import { lockedPeriod, makeReleases, newRelease, type ReleaseIds, type ReleaseState } from './city-releases.ts'
import type { Wish } from './repeated-requests.ts'
import { cookieFor, home, otherUnit, signInName, usualUnit } from './world.ts'

/** A fresh wish for every write of publication. */
export function wishesAboutReleases(db: Database, server: Server): Readonly<Record<string, () => Promise<Wish>>> {
  const planner = () => cookieFor(db, signInName('planner', home))
  const aboutRelease =
    (state: ReleaseState, way: string, payload: (ids: ReleaseIds) => object) => async (): Promise<Wish> => {
      const { of } = await makeReleases(db, server, home, await otherUnit(db, home), { states: [state] })
      const ids = of[state]
      return { url: `/api/releases/${ids.release}/${way}`, payload: payload(ids), headers: await planner() }
    }
  const takingBack = ({ releaseVersion }: ReleaseIds) => ({ version: Number(releaseVersion), text: '口径待核' })
  return {
    'POST /api/regions/:region/releases': async () => ({
      url: `/api/regions/${home}/releases`,
      payload: newRelease(await lockedPeriod(db, server, home, usualUnit(home))),
      headers: await planner(),
    }),
    'POST /api/releases/:release/decision': aboutRelease('proposed', 'decision', () => ({
      verb: 'approve',
      version: 0,
    })),
    'POST /api/releases/:release/withdrawal': aboutRelease('approved', 'withdrawal', takingBack),
    'POST /api/releases/:release/retraction': aboutRelease('in-effect', 'retraction', takingBack),
  }
}
