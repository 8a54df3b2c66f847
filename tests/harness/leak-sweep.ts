import type { Database } from '@opensti/db'
import type { Server } from '@opensti/http'
import { canaryPaper, cookieFor, home, signInName } from './world.ts'

/** Words that occur nowhere else in the house: wherever one turns up, the draft has leaked. */
export const canaryWords = {
  title: '鸑鷟城翀霙科技规划',
  indicator: '㵘翯指数',
  unit: '鬯斛',
  task: '筑彧霱平台',
  value: 73_219,
} as const

/** What a reporter writes beside her figures. */
export const returnNote = '纁黻之注'
/** What supervision calls a matter. */
export const itemTitle = '蠡蠖之事'

/** What a release is called before anybody may know of it. */
export const releaseTitle = '龘靐之数'

/** How the words may be written. Their first characters are rare, so that no public name shares a pair with them. */
const tokens = [
  '鸑鷟',
  '翀霙',
  '纁黻',
  '蠡蠖',
  '龘靐',
  '㵘翯',
  '鬯斛',
  '彧霱',
  '73219',
  '73,219',
  '73 219',
  '7.3219',
  '72219',
  '72,219',
]

export interface Draft {
  readingId: string
  planCode: string
  documentCode: string
  indicatorCode: string
  taskId: string
  /** Every id of the draft; none may reach an outsider. */
  ids: string[]
}

/** A draft plan of the home city, read from a paper and confirmed by a planner, as people do it; nothing is published. */
export async function makeDraft(db: Database, server: Server): Promise<Draft> {
  const headers = await cookieFor(db, signInName('planner', home))
  const call = async (method: 'GET' | 'POST', url: string, payload?: object) => {
    const answer = await server.inject({ method, url, headers, payload })
    if (answer.statusCode !== 200)
      throw new Error(`${method} ${url}: ${answer.statusCode} ${answer.body.slice(0, 500)}`)
    return answer.json()
  }
  const { title, indicator, unit, value } = canaryWords
  const text = canaryPaper({ ...canaryWords })
  const { id } = await call('POST', '/api/readings', { regionId: home, title, text })
  const view = await call('GET', `/api/readings/${id}`)
  const known = view.indicators[0].id as string
  const decisions = view.candidates.map((candidate: Candidate, at: number) => ({
    candidateId: candidate.id,
    version: candidate.version,
    verb: 'accept',
    ...(candidate.figure && {
      figure: {
        ...candidate.figure,
        // One figure for an indicator that everybody knows, the others for new ones; one of them an actual value.
        indicatorId: at === 0 ? known : null,
        name: at === 0 ? candidate.figure.name : indicator,
        unit,
        value: value - (at % 2) * 1000,
        value2: null,
        comparator: 'ge',
        year: 2025 + at,
        startYear: null,
        kind: at === 1 ? 'actual' : 'target',
      },
    }),
    ...(candidate.task && { task: { ...candidate.task, title: canaryWords.task } }),
  }))
  await call('POST', `/api/readings/${id}/decisions`, { decisions })
  const reading = await db
    .selectFrom('plans.reading')
    .select(['plan_code', 'document_code'])
    .$narrowType<{ plan_code: string; document_code: string }>()
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const entries = await db
    .selectFrom('plans.candidate')
    .select(['id', 'ledger_id', 'kind'])
    .where('reading_id', '=', id)
    .execute()
  const made = await db
    .selectFrom('plans.indicator')
    .select('code')
    .where('origin', '=', 'reading')
    .where('unit', '=', unit)
    .executeTakeFirstOrThrow()
  const task = entries.find((entry) => entry.kind === 'task')
  if (!task?.ledger_id) throw new Error('The harness’s paper gave no task; the sweep would not see leaks of tasks.')
  return {
    readingId: id,
    planCode: reading.plan_code,
    documentCode: reading.document_code,
    indicatorCode: made.code,
    taskId: task.ledger_id,
    ids: [
      id,
      reading.plan_code,
      reading.document_code,
      made.code,
      ...entries.flatMap((one) => [one.id, one.ledger_id ?? one.id]),
    ],
  }
}

/**
 * Reads a second paper, a damaged copy, into the plan of the draft and confirms of it whatever the house lets through.
 * Returns how many it refused. The paper's ids are added to those of the draft.
 */
export async function readDamagedCopy(db: Database, server: Server, draft: Draft): Promise<number> {
  const headers = await cookieFor(db, signInName('planner', home))
  const url = '/api/readings'
  const text = [
    `${canaryWords.title}（20xx—20xx年）`,
    '',
    '一、发展目标',
    `到2031年，${canaryWords.indicator}达到${canaryWords.value}家，自20xx年以来累计常识产权企业达到${canaryWords.value}家。`,
    '',
    '二、重点任务',
    `（一）${canaryWords.task}。建设公共平台。（市科技局牵头，市常识产权局、市社科工编辑联合会配合）`,
    '',
  ].join('\n')
  const payload = { regionId: home, planId: draft.planCode, text }
  const { id } = (await server.inject({ method: 'POST', url, headers, payload })).json()
  const view = (await server.inject({ method: 'GET', url: `${url}/${id}`, headers })).json()
  let refused = 0
  for (const { id: candidateId, version } of view.candidates) {
    const decisions = [{ candidateId, version, verb: 'accept' }]
    const answer = await server.inject({
      method: 'POST',
      url: `${url}/${id}/decisions`,
      headers,
      payload: { decisions },
    })
    if (answer.statusCode !== 200) refused += 1
  }
  draft.ids.push(id, view.documentId)
  return refused
}

/** What a damaged copy leaves behind in names; none of it may be on a public page. */
export function damageIn(sight: Sight): Leak[] {
  return [...sight].flatMap(([address, seen]) => {
    const word = ['20xx', '常识产权', '工编辑'].find((one) => seen.includes(one))
    return word ? [{ address, what: `holds “${word}”` }] : []
  })
}

interface Candidate {
  id: string
  version: number
  figure: { name: string } | null
  task: object | null
}

export async function setPublished(db: Database, server: Server, draft: Draft, published: boolean): Promise<void> {
  const headers = await cookieFor(db, signInName('planner', home))
  const url = `/api/regions/${home}/plans/${draft.planCode}/publication`
  const answer = await server.inject({
    method: 'PUT',
    url,
    headers,
    payload: { published, because: published ? null : '核对口径' },
  })
  if (answer.statusCode !== 204) throw new Error(`${url}: ${answer.statusCode} ${answer.body}`)
}

/** Every address that an outsider may open, in both languages, with what one may type into the search. */
export async function publicAddresses(db: Database, everywhere: boolean): Promise<string[]> {
  const inScope = (region: string) => everywhere || region === home
  const plans = await db.selectFrom('plans.plan').select(['region_id', 'code']).execute()
  const tasks = await db.selectFrom('plans.task').select(['id', 'region_id']).orderBy('id').execute()
  const values = await db.selectFrom('plans.value').select(['region_id', 'indicator_code']).distinct().execute()
  const targets = await db.selectFrom('plans.target').select(['region_id', 'indicator_code']).distinct().execute()
  const units = await db.selectFrom('accounts.unit').select(['id', 'region']).orderBy('id').execute()
  const regions = await db.selectFrom('plans.region').select('id').execute()
  const documents = await db.selectFrom('plans.document').select(['code', 'region_id']).execute()
  const indicators = new Set(
    [...values, ...targets]
      .filter((row) => inScope(row.region_id))
      .map((row) => `${row.region_id}/${row.indicator_code}`),
  )
  const things = [
    ...regions.map((region) => `/regions/${region.id}`),
    ...plans.filter((plan) => inScope(plan.region_id)).map((plan) => `/regions/${plan.region_id}/plans/${plan.code}`),
    ...tasks
      .filter((task) => inScope(task.region_id))
      .map((task) => task.id.split('/'))
      .map(([region, plan, ...task]) => `/regions/${region}/plans/${plan}/tasks/${task.join('/')}`),
    ...[...indicators].map((key) => `/regions/${key.replace('/', '/indicators/')}`),
    ...units.filter((unit) => inScope(unit.region)).map((unit) => `/regions/${unit.id.replace('/', '/units/')}`),
    ...documents.filter((document) => inScope(document.region_id)).map((document) => `/documents/${document.code}`),
    ...[...new Set([...indicators].map((key) => key.split('/')[1]))].map((code) => `/compare/${code}`),
  ]
  const csv = [...indicators].map((key) => `/regions/${key.replace('/', '/indicators/')}/values.csv`)
  const data = [
    '',
    ...regions.map((region) => `/regions/${region.id}`),
    ...plans.filter((plan) => inScope(plan.region_id)).map((plan) => `/regions/${plan.region_id}/plans/${plan.code}`),
    ...[...indicators].map((key) => `/regions/${key.replace('/', '/indicators/')}`),
  ].flatMap((scope) => [`/data${scope}/figures.csv`, `/data${scope}/figures.json`])
  const releases = ['', ...regions.map((region) => `/regions/${region.id}`)].map((place) => `${place}/releases`)
  const pages = [
    ...['/', '/formulas', '/open-data', '/data/dictionary', ...releases],
    ...releases.flatMap((list) => [`${list}.atom`, `${list}.json`]),
    ...regions.map((region) => `/regions/${region.id}/evaluations`),
    ...things,
    ...csv,
  ]
  return [
    ...pages,
    ...pages.map((page) => (page === '/' ? '/en' : `/en${page}`)),
    ...plans
      .filter((plan) => inScope(plan.region_id))
      .flatMap((plan) => ['unit', 'status'].map((by) => `/regions/${plan.region_id}/plans/${plan.code}?by=${by}`)),
    '/api/regions',
    ...things.map((thing) => `/api${thing}`),
    '/api/openapi.json',
    '/api/accounts/regions',
    `/api/accounts/units?region=${home}`,
    '/api/accounts/session',
    '/health/ready',
    '/sitemap.xml',
    '/data/catalog.jsonld',
    '/data/catalog.ttl',
    '/data/columns.json',
    '/data/release-key.pem',
    ...data,
    ...searches(),
  ]
}

/** All that a curious person would type: the words, their pairs, single characters, initials, numbers, ids’ beginnings. */
function searches(): string[] {
  const words = [canaryWords.title, canaryWords.indicator, canaryWords.unit, canaryWords.task]
  const typed = new Set<string>([
    String(canaryWords.value),
    'yzc',
    'fp',
    `${home}-read`,
    `${home}-plan`,
    '规划',
    '平台',
    '指数',
  ])
  for (const word of words) {
    typed.add(word)
    const characters = [...word]
    characters.forEach((character, at) => {
      typed.add(character)
      typed.add(characters.slice(at, at + 2).join(''))
    })
  }
  const kinds = ['plan', 'indicator', 'task', 'unit', 'document', 'region']
  return [...typed].flatMap((text) => {
    const q = encodeURIComponent(text)
    return [
      `/search?q=${q}`,
      `/en/search?q=${q}`,
      `/api/search?q=${q}`,
      `/api/search?q=${q}&limit=1`,
      ...kinds.map((kind) => `/api/search?q=${q}&kind=${kind}`),
    ]
  })
}

/** What one asker gets at one address, without what differs from request to request by nature. */
export type Sight = Map<string, string>

export async function look(
  server: Server,
  headers: Record<string, string>,
  addresses: readonly string[],
): Promise<Sight> {
  const sight: Sight = new Map()
  for (const address of addresses) sight.set(address, await lookAt(server, headers, address))
  return sight
}

async function lookAt(server: Server, headers: Record<string, string>, url: string): Promise<string> {
  const accept = url.startsWith('/api/') ? 'application/json' : 'text/html'
  const answer = await server.inject({ method: 'GET', url, headers: { ...headers, accept } })
  const { 'content-type': type, etag, 'content-length': length, 'cache-control': cache } = answer.headers
  const requestId = /"requestId":"([^"]+)"/.exec(answer.body)?.[1]
  const body = requestId ? answer.body.replaceAll(requestId, '') : answer.body.replaceAll(uuidInProblem, '')
  return JSON.stringify({ status: answer.statusCode, body, type, etag, length, cache })
}

/** Error pages quote the number of the request. */
const uuidInProblem = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g

export interface Leak {
  address: string
  what: string
}

/** What an outsider can learn from the second sight that she could not from the first. */
export function differences(before: Sight, after: Sight): Leak[] {
  const leaks: Leak[] = []
  for (const [address, seen] of after) {
    const earlier = before.get(address)
    if (earlier !== seen) leaks.push({ address, what: `answers differently: ${firstDifference(earlier ?? '', seen)}` })
  }
  return leaks
}

/** Canary words and ids of the draft in what an outsider got. What she typed herself is no leak. */
export function canaries(sight: Sight, draft: Draft): Leak[] {
  const leaks: Leak[] = []
  for (const [address, seen] of sight) {
    const typed = new URL(address, 'http://x').searchParams.get('q') ?? ''
    const own = (word: string) => typed !== '' && (typed.includes(word) || address.includes(word))
    for (const word of [...tokens, ...draft.ids]) {
      if (!own(word) && !decodeURIComponent(address).includes(word) && seen.includes(word))
        leaks.push({ address, what: `holds “${word}”` })
    }
  }
  return leaks
}

/** Addresses of the draft, each with a twin of the same length that never was. */
export function hiddenAddresses(draft: Draft): [string, string][] {
  const { planCode, documentCode, indicatorCode, taskId, readingId } = draft
  const task = taskId.split('/').slice(2).join('/')
  const real = [
    `/regions/${home}/plans/${planCode}`,
    `/regions/${home}/plans/${planCode}/tasks/${task}`,
    `/regions/${home}/indicators/${indicatorCode}`,
    `/regions/${home}/indicators/${indicatorCode}/values.csv`,
    `/compare/${indicatorCode}`,
    `/documents/${documentCode}`,
  ]
  const paths = [
    ...real,
    ...real.map((path) => `/en${path}`),
    ...real.filter((path) => !path.endsWith('.csv')).map((path) => `/api${path}`),
    `/api/readings/${readingId}`,
  ]
  return paths.map((path) => [path, twin(path, draft)])
}

function twin(path: string, draft: Draft): string {
  let other = path
  for (const id of [
    draft.planCode,
    draft.documentCode,
    draft.indicatorCode,
    draft.readingId,
    draft.taskId.split('/').at(-1)!,
  ]) {
    // Another end: as long, as well formed, and nobody’s.
    other = other.replaceAll(id, `${id.slice(0, -2)}${id.endsWith('00') ? '11' : '00'}`)
  }
  return other
}

/** Where a hidden thing answers otherwise than a thing that never was. Addresses quoted in the answer are set aside. */
export async function tellingAddresses(
  server: Server,
  headers: Record<string, string>,
  draft: Draft,
  /** The plan was public in the meantime: its own addresses say that it is gone, and nothing of what it said. */
  withdrawn = false,
): Promise<Leak[]> {
  const leaks: Leak[] = []
  for (const [path, other] of hiddenAddresses(draft)) {
    if (path === other) throw new Error(`The twin of ${path} is the same address.`)
    if (withdrawn && path.includes(`/plans/${draft.planCode}`)) {
      const sight = await look(server, headers, [path])
      leaks.push(...canaries(sight, draft))
      if (!sight.get(path)?.startsWith('{"status":410'))
        leaks.push({ address: path, what: 'does not say that it is gone' })
      continue
    }
    const seen = (await lookAt(server, headers, path)).replaceAll(path, '').replaceAll(path.replace(/^\/en/, ''), '')
    const never = (await lookAt(server, headers, other))
      .replaceAll(other, '')
      .replaceAll(other.replace(/^\/en/, ''), '')
    if (seen !== never) leaks.push({ address: path, what: `differs from ${other}: ${firstDifference(never, seen)}` })
    else if (seen.startsWith('{"status":200')) leaks.push({ address: path, what: 'is open' })
  }
  return leaks
}

function firstDifference(before: string, after: string): string {
  let at = 0
  while (at < before.length && before[at] === after[at]) at += 1
  const from = Math.max(0, at - 60)
  return `…${before.slice(from, at + 60)}… became …${after.slice(from, at + 60)}…`
}
