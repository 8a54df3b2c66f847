import type { Database } from '@opensti/db'
import type { Route, Server } from '@opensti/http'
import { AppError } from '@opensti/kernel'
import type { Objects } from './permission-objects.ts'
import { addPerson, away, cookieFor, home, type Role, roles, sessionIdOf, signInName } from './world.ts'

/** A role held in a region. */
export interface Held {
  role: Role
  region: string
}

/** Someone at the door: a visitor, or a person with the roles she holds, if any. */
export interface Asker {
  name: string
  visitor: boolean
  held: readonly Held[]
  headers: Record<string, string>
  /** Another session of hers; null for a visitor. */
  sessionId: string | null
}

/** Whose thing is asked for, as the asker sees it: her own, of her own region, of another, or one that never was. */
export interface Cell {
  route: string
  asker: string
  object: string
  expected: string
  actual: string
}

/** How an answer reads in the matrix. */
const words: Record<number, string> = { 401: 'sign in first', 403: 'not allowed', 404: 'no such thing', 418: 'allowed' }

/** A route that tells only that the policy let the asker in; nothing is read or changed. */
export function gateOnly(route: Route): Route {
  return {
    ...route,
    handle: async () => {
      throw new AppError('conflict', 'harness_let_in', { zh: '放行', en: 'let in' })
    },
  }
}

const visitor: Asker = { name: 'visitor', visitor: true, held: [], headers: {}, sessionId: null }

async function asker(db: Database, name: string, held: readonly Held[]): Promise<Asker> {
  return { name, visitor: false, held, headers: await cookieFor(db, name), sessionId: await sessionIdOf(db, name) }
}

/** A visitor, and in both cities one person for every role and one without any. */
export async function prepareAskers(db: Database): Promise<Asker[]> {
  const askers = [visitor]
  for (const region of [home, away]) {
    for (const role of roles) askers.push(await asker(db, signInName(role, region), [{ role, region }]))
    askers.push(await asker(db, signInName('no-role', region), []))
  }
  return askers
}

/** People with two and three roles at home, as small offices have them; administration is never in one hand with itself. */
export async function prepareManyHats(db: Database): Promise<Asker[]> {
  const askers: Asker[] = []
  const administration = (role: Role) => /administrator|auditor/.test(role)
  for (const region of [home, away]) {
    for (const [at, first] of roles.entries()) {
      for (const [next, second] of roles.entries()) {
        for (const third of roles.slice(next)) {
          if (next <= at) continue
          const held = [...new Set([first, second, third])]
          if (held.filter(administration).length > 1) continue
          const name = `${held.join('.')}.${region}`
          await addPerson(db, region, name, held)
          askers.push(
            await asker(
              db,
              name,
              held.map((role) => ({ role, region })),
            ),
          )
        }
      }
    }
  }
  return askers
}

/** Asks every route as everybody about every object and compares with what the expectations say. */
export async function runMatrix(
  server: Server,
  routes: readonly Route[],
  askers: readonly Asker[],
  objects: Objects,
  expectations: Readonly<Record<string, string>>,
): Promise<Cell[]> {
  const cells: Cell[] = []
  for (const route of routes) {
    const name = `${route.method} ${route.url}`
    const rule = expectations[route.action]
    for (const object of objects.forRoute(route)) {
      for (const asker of askers) {
        const request = object.request(asker)
        const answer = await server.inject({
          method: route.method,
          ...request,
          headers: { ...asker.headers, ...request.headers },
        })
        const actual =
          answer.statusCode === 409 && answer.body.includes('harness_let_in')
            ? 'allowed'
            : (words[answer.statusCode] ?? `${answer.statusCode} ${answer.body.slice(0, 200)}`)
        const expected =
          rule === undefined ? 'an expectation for this action' : expect(rule, asker, object.facts(asker))
        cells.push({ route: name, asker: asker.name, object: object.name, expected, actual })
      }
    }
  }
  return cells
}

/** What is known of the object by those who wrote the expectations down. */
export interface Facts {
  exists: boolean
  region: string | null
  state: string | null
  own: boolean
}

/** The answer that a sentence of the expectations asks for. */
export function expect(sentence: string, { visitor, held }: Asker, facts: Facts): string {
  const [rule, state] = sentence.split(' while ') as [string, string | undefined]
  if (rule === 'anyone') return facts.exists ? 'allowed' : 'no such thing'
  if (visitor) return 'sign in first'
  if (rule === 'anyone signed in') return facts.exists ? 'allowed' : 'no such thing'
  if (rule === 'oneself') return facts.exists && facts.own ? 'allowed' : 'no such thing'
  const [, list, reach] = /^(.*) (anywhere|of the region)$/.exec(rule) ?? []
  if (!list || !reach) throw new Error(`“${sentence}” is no sentence of the expectations’ grammar.`)
  const named = held.filter((one) => list.split(', ').includes(one.role))
  if (named.length === 0) return 'not allowed'
  if (!facts.exists) return 'no such thing'
  if (reach === 'of the region' && !named.some((one) => one.region === facts.region)) return 'no such thing'
  return state === undefined || facts.state === state ? 'allowed' : 'not allowed'
}
