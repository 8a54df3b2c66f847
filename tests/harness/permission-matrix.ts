import type { Database } from '@opensti/db'
import type { Route, Server } from '@opensti/http'
import type { Mark } from './city-things.ts'
import { isSeenBy, listsThatShow } from './permission-expectations.ts'
import type { ObjectCase } from './permission-objects.ts'
import { tablesWritten, type UndoneDatabase } from './undone-database.ts'
import { addPerson, away, cookieFor, home, type Role, roles, sessionIdOf, signInName, unitOf } from './world.ts'

/** A role held in a region, in one’s own for a unit too; elsewhere for none, which is an empty text. */
export interface Held {
  role: Role
  region: string
  unit: string
}

/** Someone at the door: a visitor, or a person with the roles she holds, if any. */
export interface Asker {
  name: string
  visitor: boolean
  held: readonly Held[]
  headers: Record<string, string>
  /** Where she belongs; null for a visitor, like the rest. */
  region: string | null
  unitId: string | null
  personId: string | null
  /** Another session of hers. */
  sessionId: string | null
  /** The first of her roles. */
  grantId: string | null
}

/** One question to the house, and its answer. */
export interface Cell {
  route: string
  asker: string
  object: string
  expected: string
  actual: string
}

/** What is known of the object by those who wrote the expectations down. */
export interface Facts {
  exists: boolean
  region: string | null
  unit: string | null
  state: string | null
  own: boolean
  /** It names things of two places that do not belong together. */
  crossed?: boolean
}

const visitor: Asker = {
  name: 'visitor',
  visitor: true,
  held: [],
  headers: {},
  region: null,
  unitId: null,
  personId: null,
  sessionId: null,
  grantId: null,
}

async function prepareAsker(db: Database, name: string, region: string, held: readonly Held[]): Promise<Asker> {
  const personId = await addPerson(db, region, name, [...held])
  const grant = await db
    .selectFrom('accounts.role_grant')
    .select('id')
    .where('person', '=', personId)
    .where('role', '=', held[0]?.role ?? '')
    .executeTakeFirst()
  return {
    name,
    visitor: false,
    held,
    headers: await cookieFor(db, name),
    region,
    unitId: `${region}/${await unitOf(db, region)}`,
    personId,
    sessionId: await sessionIdOf(db, name),
    grantId: grant?.id ?? null,
  }
}

/** Roles that one person holds in both cities, to tell role and region apart only together. */
const inBothCities: readonly (readonly [Role, Role])[] = [
  ['planner', 'planner'],
  ['planner', 'checker'],
  ['security-administrator', 'planner'],
  ['auditor', 'supervisor'],
]

/** A visitor, in both cities one person for every role and one without any, and people with roles in both. */
export async function prepareAskers(db: Database): Promise<Asker[]> {
  const askers = [visitor]
  const held = await heldIn(db)
  for (const region of [home, away]) {
    for (const role of roles)
      askers.push(await prepareAsker(db, signInName(role, region), region, [held(role, region)]))
    askers.push(await prepareAsker(db, signInName('no-role', region), region, []))
    // The last one may not go, and the matrix asks whether one of several may.
    await addPerson(db, region, `second.security-administrator.${region}`, ['security-administrator'])
  }
  for (const [first, second] of inBothCities) {
    const name = `${first}.${home}.${second}.${away}`
    askers.push(await prepareAsker(db, name, home, [held(first, home), { ...held(second, away), unit: '' }]))
  }
  return askers
}

/** People with two and three roles in one city, as small offices have them; administration is never in one hand with itself. */
export async function prepareManyHats(db: Database): Promise<Asker[]> {
  const askers: Asker[] = []
  const administration = (role: Role) => /administrator|auditor/.test(role)
  const held = await heldIn(db)
  for (const region of [home, away]) {
    for (const [at, first] of roles.entries()) {
      for (const second of roles.slice(at + 1)) {
        for (const third of roles.slice(roles.indexOf(second))) {
          const hats = [...new Set([first, second, third])]
          if (hats.filter(administration).length > 1) continue
          askers.push(
            await prepareAsker(
              db,
              `${hats.join('.')}.${region}`,
              region,
              hats.map((role) => held(role, region)),
            ),
          )
        }
      }
    }
  }
  return askers
}

async function heldIn(db: Database): Promise<(role: Role, region: string) => Held> {
  const units: Record<string, string> = { [home]: await unitOf(db, home), [away]: await unitOf(db, away) }
  return (role, region) => ({ role, region, unit: units[region]! })
}

export interface Matrix {
  server: Server
  /** What the server works on: every cell is undone. */
  database: UndoneDatabase
  askers: readonly Asker[]
  objects(route: Route): readonly ObjectCase[]
  expectations: Readonly<Record<string, string>>
  marks: readonly Mark[]
}

/** Asks every route as everybody about every object and compares with what the expectations say. */
export async function* cells(matrix: Matrix, routes: readonly Route[]): AsyncGenerator<Cell> {
  for (const route of routes) {
    for (const object of matrix.objects(route)) {
      for (const asker of matrix.askers) yield await askCell(matrix, route, object, asker)
    }
  }
}

async function askCell(matrix: Matrix, route: Route, object: ObjectCase, asker: Asker): Promise<Cell> {
  const { headers, ...request } = object.request(asker)
  const facts = object.facts(asker)
  const rule = matrix.expectations[route.action]
  const { answer, wrote } = await matrix.database.undone(async () => {
    const answer = await matrix.server.inject({
      method: route.method,
      ...request,
      headers: { ...asker.headers, ...headers },
    })
    const mustNot = answer.statusCode >= 300 || route.method === 'GET'
    return { answer, wrote: mustNot ? await changedTables(matrix.database) : [] }
  })
  const faults = [
    ...(wrote.length > 0 ? [`yet changed ${wrote.join(', ')}`] : []),
    ...saidTooMuch(matrix, route, asker, JSON.stringify(request), answer.body),
    ...(answer.statusCode < 300 ? saidTooLittle(matrix, route, asker, facts, answer.body) : []),
  ]
  return {
    route: `${route.method} ${route.url}`,
    asker: asker.name,
    object: object.name,
    expected: rule === undefined ? 'an expectation for this action' : answerTo(rule, asker, facts),
    actual: [inWords(answer.statusCode, answer.body), ...faults].join('; '),
  }
}

function changedTables(database: UndoneDatabase): Promise<string[]> {
  const statements = database.written.filter((statement) => !housekeeping.test(statement))
  return database.changed([...new Set(statements.flatMap(tablesWritten))])
}

/** Written along the way by whoever asks: when she was last seen. */
const housekeeping = /^update "accounts"."session" set "last_seen_at"/

const words: Record<number, string> = { 401: 'sign in first', 403: 'not allowed', 404: 'no such thing' }

function inWords(status: number, body: string): string {
  // One of our addresses only leads on to another.
  if (status < 300 || status === 303 || status === 308) return 'allowed'
  // Where the workbench is not built, its place says so to everybody.
  if (status === 503 && body.includes('npm start')) return 'allowed'
  const code = /"code":"([^"]+)"/.exec(body)?.[1]
  if (code === 'unknown_unit') return 'no such thing'
  if (status === 409 || status === 422) return `not possible: ${code}`
  return words[status] ?? `${status} ${body.slice(0, 200)}`
}

/** What the answer shows and the asker may not see. What she wrote herself is no news to her. */
function saidTooMuch(matrix: Matrix, route: Route, asker: Asker, request: string, body: string): string[] {
  return matrix.marks
    .filter((mark) => body.includes(mark.text) && !request.includes(mark.text))
    .filter((mark) => !isSeenBy(mark, route, (rule) => answerTo(rule, asker, factsOf(mark)) === 'allowed'))
    .map((mark) => `shows ${mark.kind} of ${mark.region}`)
}

/** What a list leaves out that the asker should find in it. */
function saidTooLittle(matrix: Matrix, route: Route, asker: Asker, facts: Facts, body: string): string[] {
  const kind = listsThatShow[`${route.method} ${route.url}`]
  if (!kind) return []
  return matrix.marks
    .filter((mark) => mark.kind === kind && (facts.region === null || facts.region === mark.region))
    .filter((mark) => isSeenBy(mark, route, (rule) => answerTo(rule, asker, factsOf(mark)) === 'allowed'))
    .filter((mark) => !body.includes(mark.text))
    .map((mark) => `leaves out ${mark.kind} of ${mark.region}`)
}

function factsOf({ region, unit }: Mark): Facts {
  return { exists: true, region, unit: unit ?? null, state: null, own: false }
}

/** The answer that the expectations ask for: sentences divided by semicolons, of which one that allows is enough. */
export function answerTo(rule: string, asker: Asker, facts: Facts): string {
  const answers = rule.split('; ').map((sentence) => answerToOne(sentence, asker, facts))
  if (answers.includes('allowed')) return facts.crossed ? 'no such thing' : 'allowed'
  // Whoever is near enough for one of the sentences learns that the thing is there; whoever has only a role does not.
  if (answers.includes(outOfState)) return 'not allowed'
  return answers.find((one) => one === 'no such thing') ?? answers[0]!
}

function answerToOne(sentence: string, { visitor, held }: Asker, facts: Facts): string {
  const [, rule = '', state, refused] = /^(.*?)(?: while (\S+))?(?: unless to oneself: (\S+))?$/.exec(sentence) ?? []
  const inState = state === undefined || facts.state === state
  if (rule === 'anyone') return facts.exists && inState ? 'allowed' : 'no such thing'
  if (visitor) return 'sign in first'
  if (rule === 'anyone signed in') return facts.exists ? 'allowed' : 'no such thing'
  if (rule === 'oneself') return facts.exists && facts.own ? 'allowed' : 'no such thing'
  const [, told] = /^oneself, told (\w+)$/.exec(rule) ?? []
  if (told) return facts.exists && facts.own ? `not possible: ${told}` : 'no such thing'
  const [, list, reach] = /^(.*) (anywhere|of the region|of the unit)$/.exec(rule) ?? []
  if (!list || !reach) throw new Error(`“${sentence}” is no sentence of the expectations’ grammar.`)
  const named = held.filter((one) => list.split(', ').includes(one.role))
  if (named.length === 0) return 'not allowed'
  if (!facts.exists) return 'no such thing'
  const near = named.filter((one) => one.region === facts.region)
  if (reach === 'of the region' && near.length === 0) return 'no such thing'
  if (reach === 'of the unit' && !near.some((one) => one.unit === facts.unit)) return 'no such thing'
  if (refused !== undefined && facts.own) return `not possible: ${refused}`
  return inState ? 'allowed' : outOfState
}

/** Of a sentence that is about her but for the state. */
const outOfState = 'not allowed now'
