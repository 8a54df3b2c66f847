import { randomUUID } from 'node:crypto'
import type { Route } from '@opensti/http'
import { assessedCases, assessedState } from './city-assessments.ts'
import { evaluatedCases, stateOfEvaluation } from './city-evaluations.ts'
import { itemStates } from './city-items.ts'
import { releaseStates } from './city-releases.ts'
import { returnStates } from './city-returns.ts'
import type { City, Ids, Things } from './city-things.ts'
import type { Asker, Facts } from './permission-matrix.ts'
import { type SoundRequest, soundRequest } from './sound-requests.ts'

/** What to send so that a route is about this object, and what is true of the object. */
export interface ObjectCase {
  name: string
  request(asker: Asker): SoundRequest
  facts(asker: Asker): Facts
}

/** A return of one’s own city wherever it stands on its way. */
function inEveryState(route: Route, { region, inForce, returns }: City): ObjectCase[] {
  if (!route.url.includes(':return')) return []
  return returnStates.map((state) => {
    const ids = { ...inForce.ids, ...returns[state] }
    return about(route, `in ${region}, ${state}`, { ...inForce, ids, states: { ...inForce.states, return: state } })
  })
}

/** An item of one’s own city in every state in which the route finds something to do or to show. */
function inEveryItemState(route: Route, { region, inForce, items }: City): ObjectCase[] {
  if (!route.url.includes(':item')) return []
  const nothingThere = route.url.endsWith('/oversight') ? 'withdrawn' : route.url.endsWith(':evidence') ? 'draft' : null
  return itemStates
    .filter((state) => state !== nothingThere)
    .map((state) => {
      const ids = { ...inForce.ids, ...items[state] }
      return about(route, `in ${region}, ${state}`, { ...inForce, ids, states: { ...inForce.states, item: state } })
    })
}

/** A release of one’s own city in every state. What was taken down says so at its page, which is no refusal and no page. */
function inEveryReleaseState(route: Route, { region, inForce, releases }: City): ObjectCase[] {
  if (!route.url.includes(':release')) return []
  return releaseStates
    .filter((state) => state !== 'retracted' || route.url.startsWith('/api/'))
    .map((state) => {
      const ids = { ...inForce.ids, ...releases[state] }
      return about(route, `in ${region}, ${state}`, { ...inForce, ids, states: { ...inForce.states, release: state } })
    })
}

/** Names that lead to a thing of a place, so that two of them in one request can be of two places. */
const leads = ['regionId', 'region', 'reading'] as const
const followers = ['plan', 'planId', 'task', 'unit', 'unitId', 'document', 'candidateId', 'personId'] as const

/**
 * All that a route can be asked about: things of one’s own city in both conditions and of another of its units, of
 * another city, of two cities at once, of oneself, and things that never were. A case joins only where the route’s
 * request differs by it.
 */
export function objectsFor(route: Route, [home, away]: readonly [City, City], never: Things): ObjectCase[] {
  const used = new Set<string>()
  soundRequest(route, home.inForce.ids, used)
  if (used.size === 0) return [nothingInParticular(route)]
  if (!route.object && !isFiltered(route)) return [about(route, 'of any kind', home.inForce)]
  const cases = [
    about(route, `in ${home.region}`, home.inForce),
    about(route, `in ${home.region}, of another unit`, home.ofAnotherUnit),
    about(route, `in ${home.region}, not in force`, home.notInForce),
    about(route, `in ${away.region}`, away.inForce),
    about(route, `in ${away.region}, not in force`, away.notInForce),
    ...inEveryState(route, home),
    ...inEveryItemState(route, home),
    ...inEveryReleaseState(route, home),
    ...[...assessedCases(route.url, home), ...evaluatedCases(route.url, home)].map(({ name, things }) =>
      about(route, `in ${home.region}, ${name}`, things),
    ),
    ...crossings(route, used, home, away),
    about(route, 'that never was', never),
  ]
  if (used.has('personId') || used.has('sessionId') || used.has('grantId'))
    cases.push(ofOneself(route, home.inForce.ids))
  return different(cases)
}

/** Handlers of these routes choose by themselves what the asker may see. */
function isFiltered({ url }: Route): boolean {
  return /:(region|plan|task|indicator|document|unit|reading|return|release)\b/.test(url)
}

function nothingInParticular(route: Route): ObjectCase {
  return {
    name: route.object ? 'oneself' : 'nothing in particular',
    request: () => soundRequest(route, {}),
    facts: (asker) => ({ exists: true, region: null, unit: null, state: 'public', own: !asker.visitor }),
  }
}

function about(route: Route, name: string, things: Things): ObjectCase {
  const state = stateOf(route, things)
  // Pages and comparisons show everybody what the public sees: for them drafts do not exist.
  const isUnseen = state === 'draft' || (route.url.includes(':release') && state !== 'in-effect')
  const hidden = isUnseen && (route.answer === 'page' || route.url.includes('/compare/'))
  const missing = route.url.includes(':file') && things.ids['file'] === ''
  const { region, unit, exists } = things
  return {
    name,
    request: () => soundRequest(route, things.ids),
    facts: () => ({ exists: exists && !hidden && !missing, region, unit, state, own: false }),
  }
}

/** The condition of the last thing that the address names. */
function stateOf({ url }: Route, { states }: Things): string | null {
  const assessed = assessedState(url, states)
  if (assessed !== undefined) return assessed
  const evaluated = stateOfEvaluation(url, states)
  if (evaluated) return evaluated
  const [last] = [...url.matchAll(/:([a-zA-Z]+)/g)].map((match) => match[1]!).reverse()
  if (url.includes(':release')) return states.release
  if (last === 'return' || last === 'attachment' || last === 'upload' || last === 'accepted') return states.return
  if (last === 'item' || last === 'evidence') return states.item
  if (last === 'personId') return states.person
  if (last === 'grantId') return states.grant
  if (last === 'invitationId') return states.invitation
  return ['plan', 'task', 'indicator', 'document'].includes(last ?? '') ? states.plan : 'public'
}

/** Requests that name a thing of one’s own city and another of a city that is not: whoever may do the first, may not this. */
function crossings(route: Route, used: ReadonlySet<string>, home: City, away: City): ObjectCase[] {
  const lead = leads.find((name) => used.has(name))
  if (!lead) return []
  const cases: ObjectCase[] = []
  for (const follower of followers.filter((name) => used.has(name))) {
    for (const foreign of [away.inForce, away.notInForce]) {
      const ids: Ids = { ...home.inForce.ids, [follower]: foreign.ids[follower]! }
      const condition = foreign === away.inForce ? 'in force' : 'not in force'
      const one = about(route, `in ${home.region}, with a ${follower} of ${away.region}, ${condition}`, {
        ...home.inForce,
        ids,
      })
      cases.push({ ...one, facts: (asker) => ({ ...one.facts(asker), crossed: true }) })
    }
  }
  return cases
}

function ofOneself(route: Route, ids: Ids): ObjectCase {
  return {
    name: 'of oneself',
    request: (asker) =>
      soundRequest(route, {
        ...ids,
        ...(asker.region && { regionId: asker.region, unitId: asker.unitId ?? '' }),
        personId: asker.personId ?? randomUUID(),
        sessionId: asker.sessionId ?? randomUUID(),
        grantId: asker.grantId ?? randomUUID(),
      }),
    facts: (asker) => ({
      exists: !asker.visitor && (asker.grantId !== null || !route.url.includes(':grantId')),
      region: route.url.includes(':grantId') ? (asker.held[0]?.region ?? null) : asker.region,
      unit: null,
      state: route.url.includes(':grantId') ? 'held' : 'active',
      own: !asker.visitor,
    }),
  }
}

const someone: Asker = {
  name: '',
  visitor: true,
  held: [],
  headers: {},
  region: 'anywhere',
  unitId: 'anywhere/unit',
  personId: 'p',
  sessionId: 's',
  grantId: 'g',
}

/** Without those whose request is the same as an earlier one’s. */
function different(cases: readonly ObjectCase[]): ObjectCase[] {
  const seen = new Set<string>()
  return cases.filter((one) => {
    const { url, payload } = one.request(someone)
    const text = JSON.stringify([url, payload], (key, value) =>
      ['text', 'signInName', 'code', 'fromPerson'].includes(key) ? undefined : value,
    ).replace(/harness-boundary.*/s, '')
    const key = `${text} ${one.facts(someone).crossed}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
