import { generateKeyPairSync } from 'node:crypto'
import { join } from 'node:path'
import {
  type AccountsOptions,
  hashPassword,
  loadPeople,
  type OutsideProvider,
  requestAuthenticator,
} from '@opensti/accounts'
import { personIdOf, sessionOf } from '@opensti/accounts/testing'
import { type Database, json, transaction } from '@opensti/db'
import { createServer, type Route, type Server } from '@opensti/http'
import { type Clock, type Policy, systemClock } from '@opensti/kernel'
import { errorPage, loadRegions } from '@opensti/plans'
import { readRegions } from '@opensti/regions'
import { allRoutes, policy as housePolicy } from '../../apps/server/house.ts'

/** The city in which the harnesses work, and the one from which strangers look at it. */
export const home = 'lakeside'
export const away = 'qingyuan'

export const roles = [
  'planner',
  'reporter',
  'checker',
  'unit-leader',
  'supervisor',
  'head',
  'auditor',
  'system-administrator',
  'security-administrator',
] as const
export type Role = (typeof roles)[number]

/** A unit of each region, for the roles that are held for one. */
const units = { [home]: 'lakeside-science', [away]: 'qy-science' }

export const harnessPassword = 'herons wade at dusk'

/** The sign-in name of the harness's own person with this role, or with none. */
export function signInName(role: Role | 'no-role', region: string): string {
  return `${role}.${region}`
}

/** Loads the content, of all regions or of some, and in both cities one person for every role and one without any. */
export async function furnish(db: Database, only?: readonly string[]): Promise<void> {
  const regions = readRegions(join(import.meta.dirname, '..', '..', 'regions')).map((reading) => reading.content)
  const wanted = regions.filter(({ id }) => only?.includes(id) ?? true)
  await loadRegions(db, wanted)
  for (const region of [home, away].filter((city) => wanted.some(({ id }) => id === city))) {
    for (const role of roles) await addPerson(db, region, signInName(role, region), [role])
    await addPerson(db, region, signInName('no-role', region), [])
  }
}

let hash: Promise<string> | undefined

/** Someone new in a city, with these roles there; her sign-in name says who she is. Returns her id. */
export async function addPerson(
  db: Database,
  region: string,
  signIn: string,
  held: readonly (Role | { role: Role; region: string })[],
  unit?: string,
): Promise<string> {
  hash ??= hashPassword(harnessPassword)
  const passwordHash = await hash
  const person = {
    id: signIn,
    signIn,
    names: { zh: signIn, en: signIn },
    unit: unit ?? (await unitOf(db, region)),
    roles: [...held],
  }
  await transaction(db, 'harness.add-person', (tx) =>
    loadPeople(tx, region, { organisations: [], people: [person] }, passwordHash),
  )
  return personIdOf(db, signIn)
}

/** A session of hers, by its id. */
export async function sessionIdOf(db: Database, signIn: string): Promise<string> {
  await sessionOf(db, signIn)
  const { id } = await db
    .selectFrom('accounts.session as session')
    .innerJoin('accounts.person as person', 'person.id', 'session.person')
    .select('session.id')
    .where('person.sign_in_name', '=', signIn)
    .orderBy('session.created_at', 'desc')
    .executeTakeFirstOrThrow()
  return id
}

/** The unit in which people of the home city and of the strangers’ work. */
export function usualUnit(region: typeof home | typeof away): string {
  return units[region]
}

/** The unit of a city in which the harnesses’ people work. */
export async function unitOf(db: Database, region: string): Promise<string> {
  const codes = await unitCodes(db, region)
  return codes.find((code) => Object.values<string>(units).includes(code)) ?? codes[0]!
}

/** Another unit of the same city. */
export async function otherUnit(db: Database, region: string): Promise<string> {
  const own = await unitOf(db, region)
  return (await unitCodes(db, region)).find((code) => code !== own) ?? own
}

async function unitCodes(db: Database, region: string): Promise<string[]> {
  const rows = await db.selectFrom('accounts.unit').select('id').where('region', '=', region).orderBy('id').execute()
  if (rows.length === 0) throw new Error(`The content of ${region} has no unit.`)
  return rows.map((row) => row.id.split('/')[1]!)
}

export interface HouseServerOptions {
  /** Another table than the house's, for planted faults. */
  policy?: Policy
  /** Changes routes before the server gets them, for planted faults and for looking without doing. */
  change?: (route: Route) => Route
  /** A clock that stands still, where two moments are compared. */
  clock?: Clock
}

/** The server of the product with all its routes, to be asked by `inject`. */
export async function houseServer(db: Database, options: HouseServerOptions = {}): Promise<Server> {
  const policy = options.policy ?? housePolicy
  return createServer({
    db,
    clock: options.clock ?? systemClock,
    policy,
    routes: routesOf(policy).map(options.change ?? ((route) => route)),
    authenticate: requestAuthenticator(db, { secure: false }),
    errorPage,
    ready: async () => undefined,
    logLevel: 'silent',
    version: 'harness',
  })
}

/** The secret of this installation's links, as harnesses make links themselves. */
export const harnessSecret = Buffer.alloc(32, 7)

/** Stands in for an identity provider, which is the world outside: whoever comes back is who her code says. */
export const providerOfHarness: OutsideProvider = {
  label: { zh: '统一身份认证', en: 'single sign-on' },
  issuer: 'https://id.harness.test',
  begin: async ({ state }) => `https://id.harness.test/auth?state=${state}`,
  finish: async ({ code }) => ({ issuer: 'https://id.harness.test', subject: code ?? 'nobody' }),
}

/** Of a sealer that never sealed. */
const { publicKey } = generateKeyPairSync('ed25519')

/** Every route of the house as data. */
export function routesOf(policy: Policy = housePolicy): readonly Route[] {
  const options: AccountsOptions = {
    secure: false,
    publicUrl: () => 'http://harness.test',
    demonstration: true,
    linkSecret: harnessSecret,
    outside: providerOfHarness,
    lettersReachPeople: false,
    auditMeans: () => ({ publicKey, headFile: join(import.meta.dirname, 'no-heads-noted.txt') }),
    actionsFor: (actor) => policy.actions().filter((action) => policy.mightAllow(actor, action)),
  }
  return allRoutes(options, undefined, undefined, () => publicKey)
}

/** The cookie header of someone who is signed in; nothing for a visitor. */
export async function cookieFor(db: Database, name: string | null): Promise<Record<string, string>> {
  return name === null ? {} : { cookie: `opensti_session=${(await sessionOf(db, name)).token}` }
}

/** A message that nobody took. */
export async function giveUpMessage(db: Database): Promise<bigint> {
  const { id } = await transaction(db, 'harness.give-up-message', (tx) =>
    tx
      .insertInto('opensti.outbox')
      .values({ topic: 'mail.harness', payload: json({}), given_up_at: new Date() })
      .returning('id')
      .executeTakeFirstOrThrow(),
  )
  return id
}

/** A plan paper in the style of the genre, with names of one's own. */
export function canaryPaper(words: { title: string; indicator: string; task: string; value: number }): string {
  return [
    words.title,
    '',
    '一、发展目标',
    `到2030年，${words.indicator}达到${words.value}家，规上工业企业研发投入达到${words.value + 11}亿元。`,
    `2025年，${words.indicator}为${words.value - 1000}家。`,
    `到2030年，全市高新技术企业达到${words.value + 7}家。`,
    '',
    '二、重点任务',
    `（一）${words.task}。建设公共平台，支持企业牵头。（市科技局牵头，市财政局配合）`,
    '',
  ].join('\n')
}
