import { actor } from '@opensti/accounts/testing'
import { json } from '@opensti/db'
import type { Route, Server } from '@opensti/http'
import { fixedClock, forbidden } from '@opensti/kernel'
import { testDatabase } from '@opensti/testing'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { makeItems } from './city-items.ts'
import { letItsMomentCome, makeReleases } from './city-releases.ts'
import { makeReturns } from './city-returns.ts'
import {
  canaries,
  type Draft,
  damageIn,
  differences,
  itemTitle,
  type Leak,
  look,
  makeDraft,
  publicAddresses,
  readDamagedCopy,
  releaseTitle,
  returnNote,
  type Sight,
  setPublished,
  tellingAddresses,
} from './leak-sweep.ts'
import { isLong } from './long.ts'
import { away, cookieFor, furnish, home, houseServer, otherUnit, signInName } from './world.ts'

const { db } = await testDatabase()
const clock = fixedClock('2026-11-22T08:00:00Z')
const outsiders: Record<string, Record<string, string>> = { visitor: {} }
const before = new Map<string, Sight>()
let server: Server
let draft: Draft
let addresses: string[]
let releases: string[]
let approved: string
let withdrawn = false

beforeAll(async () => {
  await furnish(db)
  server = await houseServer(db, { clock })
  for (const name of [
    signInName('planner', away),
    signInName('supervisor', away),
    signInName('no-role', home),
    signInName('security-administrator', home),
  ]) {
    if (isLong || name.startsWith('planner')) outsiders[name] = await cookieFor(db, name)
  }
  addresses = await publicAddresses(db, isLong)
  for (const name of Object.keys(outsiders))
    before.set(name, await look(server, outsiders[name]!, placesFor(name, addresses)))
  draft = await makeDraft(db, server)
  // What units report is as hidden, the locked figures of the ledger too.
  await makeReturns(db, server, home, await otherUnit(db, home), { mark: returnNote })
  // Nor is there a word of a release before its moment, or when it came to nothing.
  const { of } = await makeReleases(db, server, home, await otherUnit(db, home), {
    mark: releaseTitle,
    states: ['proposed', 'approved', 'declined', 'withdrawn'],
  })
  releases = Object.values(of).map((one) => one.release)
  approved = of.approved.release
  draft.ids.push(...releases)
  await makeItems(db, server, home, await otherUnit(db, home), { marks: [itemTitle, itemTitle] })
}, 600_000)

/** Pages are the same for everybody, so that people with a session need to open them in the long version only. */
function placesFor(name: string, places: readonly string[]): string[] {
  return places.filter((place) => isLong || name === 'visitor' || place.startsWith('/api/'))
}

/** Everything that any outsider learns of the draft. */
async function sweep(of: Server, places = addresses, who = Object.keys(outsiders)): Promise<Leak[]> {
  const leaks: Leak[] = []
  for (const name of who) {
    const headers = outsiders[name]!
    const sight = await look(of, headers, placesFor(name, places))
    const found = [
      ...differences(before.get(name)!, sight),
      ...canaries(sight, draft),
      ...(await tellingAddresses(of, headers, draft, withdrawn)),
    ]
    leaks.push(...found.map((leak) => ({ ...leak, address: `${name} ${leak.address}` })))
  }
  return leaks
}

/** Whether any outsider learns anything; stops at the first. */
async function leaksAnywhere(of: Server, places: readonly string[]): Promise<boolean> {
  for (const [name, headers] of Object.entries(outsiders)) {
    for (const place of placesFor(name, places)) {
      const sight = await look(of, headers, [place])
      if (differences(before.get(name)!, sight).length > 0 || canaries(sight, draft).length > 0) return true
    }
  }
  return (await sweep(of, [])).length > 0
}

describe('leak sweep: a draft seen from outside', () => {
  it('is nowhere: every answer is as before it was made, to the byte', async () => {
    const leaks = await sweep(server)
    console.log(`leak sweep: ${addresses.length} addresses × ${Object.keys(outsiders).length} outsiders`)
    expect(leaks.slice(0, 20)).toEqual([])
    const answered = [...before.get('visitor')!.values()].filter((seen) => seen.startsWith('{"status":200')).length
    expect(answered / addresses.length).toBeGreaterThan(0.8)
  }, 600_000)

  it('is there for its own staff, and for all when published, so that the sweep looks in the right places', async () => {
    const own = await look(server, await cookieFor(db, signInName('planner', home)), addresses)
    expect(canaries(own, draft).length).toBeGreaterThan(5)
    await setPublished(db, server, draft, true)
    const open = await look(
      server,
      {},
      addresses.filter((address) => isLong || !address.startsWith('/en')),
    )
    const kinds = new Set(
      canaries(open, draft).map((leak) => leak.address.split('/').slice(0, 4).join('/').split('?')[0]),
    )
    for (const place of ['/', '/api/search', '/search', `/regions/${home}`, `/api/regions/${home}`]) {
      expect(
        [...kinds].some((kind) => kind === place || kind!.startsWith(place)),
        place,
      ).toBe(true)
    }
  }, 600_000)

  it('answers for a release that is not public as for one that never was', async () => {
    for (const release of releases) {
      const never = `${release.slice(0, -2)}${release.endsWith('00') ? '11' : '00'}`
      for (const path of ['/releases/', '/en/releases/', `/regions/${home}/releases/`]) {
        const [hidden, absent] = await Promise.all(
          [release, never].map(async (id) => {
            const seen = [...(await look(server, {}, [`${path}${id}`])).values()].join()
            return seen.replaceAll(id, 'ID')
          }),
        )
        expect(hidden).toContain('"status":404')
        expect(hidden).toBe(absent)
      }
    }
  })

  it('lets no damaged name of a copy out that is read into it while it is public', async () => {
    expect(await readDamagedCopy(db, server, draft)).toBeGreaterThan(1)
    const places = (await publicAddresses(db, false)).filter((address) => !address.startsWith('/en'))
    const seen = await look(server, {}, places)
    const document = draft.ids.at(-1)!
    expect(seen.get(`/documents/${document}`)).toContain('"status":200')
    expect(damageIn(seen)).toEqual([])
    // Planted: the same pages with a name that went past the gate.
    const names = json({ zh: '云溪市20xx年规划', en: 'x' })
    const sound = await db.selectFrom('plans.document').select('names').where('code', '=', document).executeTakeFirst()
    await db.updateTable('plans.document').set({ names }).where('code', '=', document).execute()
    // Pages are kept until the region's next revision.
    await db.updateTable('plans.region').set({ revision: sql`revision + 1` }).where('id', '=', home).execute()
    expect(damageIn(await look(server, {}, [`/documents/${document}`]))).not.toEqual([])
    await db
      .updateTable('plans.document')
      .set({ names: json(sound!.names) })
      .where('code', '=', document)
      .execute()
  }, 600_000)

  it('is gone again when withdrawn, with what was read into it later', async () => {
    await setPublished(db, server, draft, false)
    withdrawn = true
    expect((await look(server, {}, [`/documents/${draft.ids.at(-1)}`])).values().next().value).toContain('"status":404')
    const places = addresses.filter((_, at) => isLong || at % 3 === 0)
    expect((await sweep(server, places)).slice(0, 20)).toEqual([])
  }, 600_000)

  it.each([
    ['the search without its filter', '/api/search'],
    ['a plan shown to whoever knows its address', '/api/regions/:region/plans/:plan'],
    ['an indicator with values not yet published', '/api/regions/:region/indicators/:indicator'],
    ['a region that counts drafts', '/api/regions/:region'],
    ['a unit that lists tasks of drafts', '/api/regions/:region/units/:unit'],
    ['a document that is not published', '/api/documents/:document'],
  ])(
    'finds %s (planted fault)',
    async (_, url) => {
      const insider = await actor(db, signInName('planner', home))
      const faulty = await houseServer(db, {
        change: (route: Route) =>
          route.url === url ? { ...route, handle: (context) => route.handle({ ...context, actor: insider }) } : route,
      })
      const about = addresses.filter((address) => address.startsWith('/api/'))
      expect(await leaksAnywhere(faulty, about)).toBe(true)
      await faulty.close()
    },
    120_000,
  )

  it('finds what is under supervision where outsiders look (planted fault)', async () => {
    const telling = await houseServer(db, {
      clock,
      change: (route: Route) =>
        route.url === '/api/regions'
          ? { ...route, answer: z.unknown(), handle: async () => ({ items: [itemTitle] }) }
          : route,
    })
    expect(await sweep(telling, ['/api/regions'], ['visitor'])).not.toEqual([])
    await telling.close()
  })

  it('finds a refusal that tells hidden from absent (planted fault)', async () => {
    const telling = await houseServer(db, {
      clock,
      change: (route: Route) =>
        route.url === '/api/documents/:document'
          ? {
              ...route,
              handle: async (context) => {
                if ((context.params as { document: string }).document === draft.documentCode) throw forbidden()
                return route.handle(context)
              },
            }
          : route,
    })
    expect(await sweep(telling, ['/api/regions'])).not.toEqual([])
    await telling.close()
  })

  it('shows a release everywhere once its moment has come, though nothing else is written', async () => {
    await letItsMomentCome(db, approved)
    const places = addresses.filter((address) => /releases|\/data\/|sitemap|indicators/.test(address))
    const open = await look(server, {}, [...places, `/releases/${approved}`])
    const told = [...open].filter(([, seen]) => seen.includes('龘靐') || seen.includes(approved)).map(([path]) => path)
    for (const place of ['/releases', `/regions/${home}/releases`, '/releases.atom', '/releases.json', '/sitemap.xml'])
      expect(told, place).toContain(place)
    for (const place of ['/data/figures.csv', `/data/regions/${home}/figures.json`, `/releases/${approved}`])
      expect(told, place).toContain(place)
  }, 600_000)
})
