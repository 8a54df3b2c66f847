import type { Database } from '@opensti/db'
import type { Server } from '@opensti/http'
import { makeReturns, type ReturnIds } from './city-returns.ts'
import { formToUpload, mappingOf } from './city-workbooks.ts'
import type { Wish } from './repeated-requests.ts'
import { cookieFor, home, otherUnit, type Role, signInName } from './world.ts'

/** A fresh wish for every write that is about a bureau's own workbook. */
export function wishesAboutWorkbooks(db: Database, server: Server): Readonly<Record<string, () => Promise<Wish>>> {
  const about = (role: Role, what: (ids: ReturnIds) => Pick<Wish, 'url' | 'payload'>) => async (): Promise<Wish> => {
    const options = { states: ['preparing'], workbooks: true } as const
    const { of } = await makeReturns(db, server, home, await otherUnit(db, home), options)
    return { ...what(of.preparing), headers: await cookieFor(db, signInName(role, home)) }
  }
  const upload = (role: Role, url: (ids: ReturnIds) => string) => async (): Promise<Wish> => {
    const { payload, headers } = await formToUpload(15)
    const wish = await about(role, (ids) => ({ url: url(ids) }))()
    return { ...wish, payload, headers: { ...wish.headers, ...headers } }
  }
  const place = ({ cycle }: ReturnIds) => `/api/regions/${home}/cycles/${cycle}/workbooks`
  return {
    'POST /api/regions/:region/cycles/:cycle/workbooks': upload('planner', place),
    'PUT /api/regions/:region/cycles/:cycle/workbooks/:workbook/mapping': about('planner', (ids) => ({
      url: `${place(ids)}/${ids.workbook}/mapping`,
      payload: { version: Number(ids.workbookVersion), mapping: mappingOf(ids.reported) },
    })),
    'POST /api/returns/:return/workbooks': upload('reporter', (ids) => `/api/returns/${ids.return}/workbooks`),
    'POST /api/returns/:return/workbooks/:upload/accept': about('reporter', (ids) => ({
      url: `/api/returns/${ids.return}/workbooks/${ids.upload}/accept`,
      payload: { cells: [{ indicatorId: ids.reported, nature: 'working', version: Number(ids.cellVersion) }] },
    })),
    'POST /api/returns/:return/workbooks/:accepted/undo': about('reporter', (ids) => ({
      url: `/api/returns/${ids.return}/workbooks/${ids.accepted}/undo`,
    })),
  }
}
