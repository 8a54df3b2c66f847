import { randomUUID } from 'node:crypto'
import type { Route } from '@opensti/http'
import { z } from 'zod'
import { assessmentBodies } from './city-assessments.ts'
import { evaluationBodies, evaluationStandIns } from './city-evaluations.ts'
import { moreTime, newItem } from './city-items.ts'
import { noticeBodies } from './city-notices.ts'
import { newRelease } from './city-releases.ts'
import { newCycle, scanToUpload } from './city-returns.ts'
import { signInBodies } from './city-sign-in.ts'
import { draftWord, type Ids } from './city-things.ts'
import { mappingOf, readyForm } from './city-workbooks.ts'
import { harnessPassword } from './world.ts'

export interface SoundRequest {
  url: string
  payload?: object | string
  headers?: Record<string, string>
}

/**
 * For every route with a body, a message that is sound in itself: whoever may, succeeds with it. A new route with a body
 * joins here with one line.
 */
const bodies: Record<string, (ids: Ids) => object> = {
  ...assessmentBodies,
  'POST /api/accounts/sign-in': ({ signInName }) => ({ signInName, password: harnessPassword }),
  ...signInBodies,
  ...noticeBodies,
  'POST /api/accounts/invitations/look': ({ token }) => ({ token }),
  'POST /api/accounts/invitations/accept': ({ token }) => ({ token, password: 'a long way round the lake' }),
  'POST /api/accounts/own/password': () => ({
    currentPassword: harnessPassword,
    newPassword: 'another way round the lake',
  }),
  'POST /api/accounts/invitations': ({ regionId, unitId }) => ({
    regionId,
    name: '某人',
    signInName: `some.body.${randomUUID()}`,
    role: 'reporter',
    unitId,
  }),
  'POST /api/accounts/grants': ({ regionId, personId, unitId }) => ({ regionId, personId, role: 'reporter', unitId }),
  'POST /api/readings': ({ regionId, planId }) => ({
    regionId,
    planId,
    text: `某市工作报告\n\n到2030年，高新技术企业达到${Math.floor(Math.random() * 1e9)}家。\n`,
  }),
  'POST /api/readings/:reading/decisions': ({ candidateId, version }) => ({
    decisions: [{ candidateId, version: Number(version), verb: 'reject' }],
  }),
  'POST /api/readings/:reading/decisions/together': () => ({ verb: 'accept-sure', batch: randomUUID() }),
  'PUT /api/readings/:reading/title': () => ({ title: `改正后的题名${randomUUID()}` }),
  'POST /api/regions/:region/releases': ({ freeCycle, freePeriod }) =>
    newRelease({ cycle: freeCycle!, period: freePeriod! }),
  'POST /api/releases/:release/decision': ({ releaseVersion }) => ({
    verb: 'approve',
    version: Number(releaseVersion),
  }),
  'POST /api/releases/:release/withdrawal': ({ releaseVersion }) => ({
    version: Number(releaseVersion),
    text: '口径待核',
  }),
  'POST /api/releases/:release/retraction': ({ releaseVersion }) => ({
    version: Number(releaseVersion),
    text: '口径待核',
  }),
  ...evaluationBodies,
  'POST /api/regions/:region/items': ({ itemUnit }) => newItem(itemUnit!),
  'POST /api/items/:item/oversight': ({ itemVerb, itemVersion }) => ({
    verb: itemVerb,
    version: Number(itemVersion),
    text: '另有安排',
  }),
  'POST /api/items/:item/work': ({ itemVersion }) => ({
    verb: 'report-progress',
    version: Number(itemVersion),
    text: '已过半',
  }),
  'POST /api/items/:item/extensions': () => moreTime,
  'POST /api/items/:item/extensions/answer': () => ({ number: 0, answer: 'granted' }),
  'PUT /api/regions/:region/plans/:plan/publication': () => ({ published: true }),
  'POST /api/regions/:region/cycles': ({ region, leadUnit, reported }) =>
    newCycle({
      cycle: `harness-${randomUUID().slice(0, 8)}`,
      region: region!,
      units: [leadUnit!.split('/')[1]!],
      reported: reported!,
    }),
  'PUT /api/returns/:return/entries': ({ reported, cellVersion }) => ({
    cells: [{ indicatorId: reported, nature: 'working', version: Number(cellVersion), value: '13.25' }],
  }),
  'POST /api/returns/:return/moves': ({ act, returnVersion }) => ({
    act,
    version: Number(returnVersion),
    reason: '请核对后再办',
  }),
  'POST /api/returns/:return/corrections': ({ reported }) => ({
    reason: '原数有误，按报表更正',
    indicatorIds: [reported],
  }),
  'PUT /api/regions/:region/cycles/:cycle/workbooks/:workbook/mapping': ({ reported, workbookVersion }) => ({
    version: Number(workbookVersion),
    mapping: mappingOf(reported!),
  }),
  'POST /api/returns/:return/workbooks/:upload/accept': ({ reported, cellVersion }) => ({
    cells: [{ indicatorId: reported, nature: 'working', version: Number(cellVersion) }],
  }),
  'PUT /api/regions/:region/units/:unit/chain': () => ({
    steps: ['prepare', 'sign'].map((kind) => ({ kind, personId: null })),
  }),
  'POST /api/regions/:region/units/:unit/delegations': ({ colleague }) => ({
    toPerson: colleague,
    fromDay: '2026-01-01',
    untilDay: '2099-12-31',
  }),
  'POST /api/regions/:region/units/:unit/hand-over': ({ colleague }) => ({
    fromPerson: randomUUID(),
    toPerson: colleague,
  }),
}

/** Where the thing in the address has to be in a condition of its own. */
const standIns: Record<string, Record<string, string>> = {
  'POST /api/items/:item/extensions/answer': { item: 'itemThatAsks' },
  ...evaluationStandIns,
}

/** Query parameters that a route insists on. */
const queries: Record<string, (ids: Ids) => Record<string, string>> = {
  'GET /api/search': () => ({ q: draftWord, limit: '50' }),
  // The last deed of `endPerson`, however much has been noted since.
  'GET /api/audit/entries': () => ({ action: 'accounts.suspend-person' }),
  'GET /search': () => ({ q: draftWord }),
  'GET /en/search': () => ({ q: draftWord }),
}

const boundary = 'harness-boundary'

/** The request that is about these things. `used` learns under which names the route asked for them. */
export function soundRequest(route: Route, ids: Ids, used: Set<string> = new Set()): SoundRequest {
  const name = `${route.method} ${route.url}`
  const asked = new Proxy(ids, {
    get(known, key: string) {
      used.add(key)
      if (!(key in known))
        throw new Error(`${name}: the harness has no thing called “${key}”; add one to city-things.ts.`)
      return known[key]
    },
  })
  const path = route.url.replaceAll(/:([a-zA-Z]+)|\*/g, (_, key = '*') =>
    encodeURIComponent(asked[standIns[name]?.[key] ?? key]!),
  )
  const query = new URLSearchParams(queries[name]?.(asked))
  if (route.query instanceof z.ZodObject && 'region' in route.query.shape) query.set('region', asked['region']!)
  const url = query.size > 0 ? `${path}?${query}` : path
  if (route.upload && /\/workbooks/.test(route.url)) return { url, ...readyForm }
  if (route.upload)
    return { url, ...(/\/(attachments|evidence|appeals)/.test(route.url) ? scanToUpload() : paperToUpload()) }
  if (!route.body) return { url }
  const body = bodies[name]
  if (!body) throw new Error(`${name}: the harness has no sound message for it; add one to sound-requests.ts.`)
  return { url, payload: body(asked) }
}

function paperToUpload(): Omit<SoundRequest, 'url'> {
  const text = `某市上传的规划\n\n到2030年，高新技术企业达到${Math.floor(Math.random() * 1e9)}家。\n`
  const head = `content-disposition: form-data; name="file"; filename="paper.txt"\r\ncontent-type: text/plain`
  return {
    payload: `--${boundary}\r\n${head}\r\n\r\n${text}\r\n--${boundary}--\r\n`,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  }
}
