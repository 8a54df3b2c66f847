import type { Database } from '@opensti/db'
import type { Server } from '@opensti/http'
import { callerFor } from './caller.ts'
import { moreTime, newItem } from './city-items.ts'
import type { Wish } from './repeated-requests.ts'
import { cookieFor, home, type Role, signInName, usualUnit } from './world.ts'

interface Item {
  id: string
  version: number
}

/** A fresh wish for every write of supervision. */
export function wishesAboutItems(
  db: Database,
  server: Server,
  upload: () => Promise<Pick<Wish, 'headers'> & { payload: string }>,
): Readonly<Record<string, () => Promise<Wish>>> {
  const wanted = newItem(`${home}/${usualUnit(home)}`)
  const as = (role: Role) => cookieFor(db, signInName(role, home))
  const callAs = (role: Role) => callerFor(db, server, signInName(role, home))
  /** An item of the unit whose people the harness knows, assigned. */
  const assigned = async (): Promise<Item> => {
    const call = await callAs('supervisor')
    const { id, version } = (await call('POST', `/api/regions/${home}/items`, wanted)) as Item
    return (await call('POST', `/api/items/${id}/oversight`, { verb: 'assign', version })) as Item
  }
  const aboutItem = (role: Role, address: string, payload: (item: Item) => object) => async (): Promise<Wish> => {
    const item = await assigned()
    return { url: `/api/items/${item.id}/${address}`, payload: payload(item), headers: await as(role) }
  }

  return {
    'POST /api/regions/:region/items': async () => ({
      url: `/api/regions/${home}/items`,
      payload: wanted,
      headers: await as('supervisor'),
    }),
    'POST /api/items/:item/oversight': aboutItem('supervisor', 'oversight', ({ version }) => ({
      verb: 'withdraw',
      version,
      text: '另有安排',
    })),
    'POST /api/items/:item/work': aboutItem('unit-leader', 'work', ({ version }) => ({
      verb: 'report-progress',
      version,
      text: '已过半',
    })),
    'POST /api/items/:item/extensions': aboutItem('unit-leader', 'extensions', () => moreTime),
    'POST /api/items/:item/extensions/answer': async () => {
      const { id } = await assigned()
      const ask = await callAs('unit-leader')
      await ask('POST', `/api/items/${id}/extensions`, moreTime)
      return {
        url: `/api/items/${id}/extensions/answer`,
        payload: { number: 0, answer: 'granted' },
        headers: await as('supervisor'),
      }
    },
    'POST /api/items/:item/evidence': async () => {
      const { payload, headers } = await upload()
      return {
        url: `/api/items/${(await assigned()).id}/evidence`,
        payload: payload.replace('paper.txt', 'paper.pdf').replace('\r\n\r\n', '\r\n\r\n%PDF-1.4 '),
        headers: { ...headers, ...(await as('unit-leader')) },
      }
    },
  }
}
