import { randomUUID } from 'node:crypto'
import type { Database } from '@opensti/db'
import type { Server } from '@opensti/http'
import { callerFor } from './caller.ts'
import { makeReturns, newCycle, type ReturnIds, type ReturnState, scanToUpload } from './city-returns.ts'
import type { Wish } from './repeated-requests.ts'
import { addPerson, cookieFor, home, otherUnit, type Role, signInName, usualUnit } from './world.ts'

/** A fresh wish for every write of reporting. */
export function wishesAboutReturns(db: Database, server: Server): Readonly<Record<string, () => Promise<Wish>>> {
  const unit = usualUnit(home)
  const aboutReturn =
    (state: ReturnState, role: Role, what: (ids: ReturnIds) => Pick<Wish, 'url' | 'payload'>) =>
    async (): Promise<Wish> => {
      const returns = await makeReturns(db, server, home, await otherUnit(db, home), { states: [state] })
      return { ...what(returns.of[state]), headers: await cookieFor(db, signInName(role, home)) }
    }
  let made = 0
  const colleague = async () => {
    made += 1
    return addPerson(db, home, `colleague-${made}.${home}`, ['reporter'])
  }

  return {
    'POST /api/regions/:region/cycles': aboutReturn('preparing', 'planner', ({ reported }) => ({
      url: `/api/regions/${home}/cycles`,
      payload: newCycle({ cycle: `again-${randomUUID()}`, region: home, units: [unit], reported }),
    })),
    'PUT /api/regions/:region/cycles/:cycle/periods/:period': aboutReturn('preparing', 'planner', ({ cycle }) => ({
      url: `/api/regions/${home}/cycles/${cycle}/periods/2026-Q4`,
    })),
    'POST /api/regions/:region/cycles/:cycle/periods/:period/lock': aboutReturn('accepted', 'planner', (ids) => ({
      url: `/api/regions/${home}/cycles/${ids.cycle}/periods/${ids.period}/lock`,
    })),
    'PUT /api/returns/:return/entries': aboutReturn('preparing', 'reporter', (ids) => ({
      url: `/api/returns/${ids.return}/entries`,
      payload: { cells: [{ indicatorId: ids.reported, nature: 'working', version: 1, value: '14' }] },
    })),
    'POST /api/returns/:return/moves': aboutReturn('preparing', 'reporter', (ids) => ({
      url: `/api/returns/${ids.return}/moves`,
      payload: { act: 'pass-on', version: 0 },
    })),
    'POST /api/returns/:return/corrections': aboutReturn('locked', 'reporter', (ids) => ({
      url: `/api/returns/${ids.return}/corrections`,
      payload: { reason: '原数有误，按报表更正', indicatorIds: [ids.reported] },
    })),
    'POST /api/returns/:return/attachments': async () => {
      const { url, headers } = await aboutReturn('preparing', 'reporter', (ids) => ({
        url: `/api/returns/${ids.return}/attachments`,
      }))()
      const scan = scanToUpload()
      return { url, payload: scan.payload, headers: { ...headers, ...scan.headers } }
    },
    'DELETE /api/returns/:return/attachments/:attachment': aboutReturn('preparing', 'reporter', (ids) => ({
      url: `/api/returns/${ids.return}/attachments/${ids.attachment}`,
    })),
    'PUT /api/returns/:return/attachments/:attachment': async () => {
      const wish = await aboutReturn('preparing', 'reporter', (ids) => ({
        url: `/api/returns/${ids.return}/attachments/${ids.attachment}`,
      }))()
      const call = await callerFor(db, server, signInName('reporter', home))
      await call('DELETE', wish.url)
      return wish
    },
    'DELETE /api/regions/:region/units/:unit/delegations/:delegation': aboutReturn(
      'preparing',
      'unit-leader',
      ({ delegation }) => ({ url: `/api/regions/${home}/units/${unit}/delegations/${delegation}` }),
    ),
    'PUT /api/regions/:region/units/:unit/chain': async () => ({
      url: `/api/regions/${home}/units/${unit}/chain`,
      payload: { steps: ['prepare', 'check', 'sign'].map((kind) => ({ kind, personId: null })) },
      headers: await cookieFor(db, signInName('unit-leader', home)),
    }),
    'POST /api/regions/:region/units/:unit/delegations': async () => ({
      url: `/api/regions/${home}/units/${unit}/delegations`,
      payload: { toPerson: await colleague(), fromDay: '2026-01-01', untilDay: '2099-12-31' },
      headers: await cookieFor(db, signInName('reporter', home)),
    }),
    'POST /api/regions/:region/units/:unit/hand-over': async () => ({
      url: `/api/regions/${home}/units/${unit}/hand-over`,
      payload: { fromPerson: await colleague(), toPerson: await colleague() },
      headers: await cookieFor(db, signInName('unit-leader', home)),
    }),
  }
}
