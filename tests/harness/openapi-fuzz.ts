import type { Route, Server } from '@opensti/http'
import { Problem } from '@opensti/http'
import fc from 'fast-check'
import type { z } from 'zod'
import { fitting, hostile, type JsonSchema, type Making, spoiled } from './arbitraries.ts'
import type { KnownThings } from './known-things.ts'

interface Parameter {
  name: string
  in: 'path' | 'query' | 'header'
  required?: boolean
  schema: JsonSchema
}

export interface Operation {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  path: string
  parameters: readonly Parameter[]
  body: JsonSchema | undefined
}

interface OpenApi {
  paths: Record<
    string,
    Record<string, { parameters?: Parameter[]; requestBody?: { content: Record<string, { schema: JsonSchema }> } }>
  >
  components?: { schemas?: Record<string, JsonSchema> }
}

export interface Description {
  operations: Operation[]
  resolve(ref: string): JsonSchema
}

/** The operations that the running server says it has. */
export async function readDescription(server: Server): Promise<Description> {
  const answer = await server.inject({ method: 'GET', url: '/api/openapi.json' })
  const document = answer.json() as OpenApi
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, one]) => ({
      method: method.toUpperCase() as Operation['method'],
      path,
      parameters: one.parameters ?? [],
      body: one.requestBody?.content['application/json']?.schema,
    })),
  )
  return {
    operations,
    resolve: (ref) => {
      const schema = document.components?.schemas?.[ref.split('/').at(-1)!]
      if (!schema) throw new Error(`${ref} leads nowhere in the OpenAPI document.`)
      return schema
    },
  }
}

export interface Case {
  operation: Operation
  url: string
  payload: unknown
  asker: string
  /** Where somebody asks who is there for this request alone. */
  headers?: Record<string, string>
}

export interface OperationTally {
  cases: number
  accepted: number
  /** How often it was answered with 2xx, 4xx, 5xx. */
  classes: Map<string, number>
  /** How often each refusal was given, by its code. */
  refusals: Map<string, number>
}

export interface Tally {
  cases: number
  accepted: number
  byOperation: Map<string, OperationTally>
  slowest: { milliseconds: number; what: string }
  faults: string[]
}

/**
 * Requests for one operation: about two thirds sound, the rest spoiled in one place. Half of them are about the thing of
 * the sound request, by whoever may: these get behind the door.
 */
function casesOf(
  operation: Operation,
  making: Making & { inAddress: Making['known'] },
  askers: readonly string[],
  sound: Case,
): fc.Arbitrary<Case> {
  const parameter = (one: Parameter) => {
    const fits = fitting(one.schema, one.name, { ...making, known: making.inAddress })
    return fc.oneof({ weight: 12, arbitrary: fits }, { weight: 1, arbitrary: hostile })
  }
  const path = fc.record(
    Object.fromEntries(
      operation.parameters.filter((one) => one.in === 'path').map((one) => [one.name, parameter(one)]),
    ),
  )
  const anywhere = fc.record({ path, asker: fc.constantFrom(...askers) }).map(({ path, asker }) => ({
    address: operation.path.replaceAll(/\{([^}]+)\}/g, (_, key: string) =>
      encode(asText((path as Record<string, unknown>)[key])),
    ),
    asker,
  }))
  const { asker, headers } = sound
  const there = fc.constant({ address: sound.url.split('?', 1)[0]!, asker, ...(headers && { headers }) })
  const queries = operation.parameters.filter((one) => one.in === 'query')
  const query = fc.record(Object.fromEntries(queries.map((one) => [one.name, parameter(one)])), {
    requiredKeys: queries.filter((one) => one.required).map((one) => one.name),
  })
  const extra = fc.oneof(
    { weight: 19, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.tuple(fc.constantFrom('page', 'region', 'sort', 'limit', '__proto__'), hostile) },
  )
  const fits = operation.body ? fitting(operation.body, '', making) : fc.constant(undefined)
  const body = operation.body ? fc.oneof({ weight: 2, arbitrary: fits }, { weight: 1, arbitrary: spoiled(fits) }) : fits
  return fc.record({ place: fc.oneof(anywhere, there), query, extra, body }).map(({ place, ...made }) => {
    const search = new URLSearchParams()
    for (const [key, value] of [...Object.entries(made.query), ...(made.extra ? [made.extra] : [])]) {
      if (value !== undefined) search.append(key, asText(value))
    }
    const { address, ...by } = place
    return { operation, url: search.size > 0 ? `${address}?${search}` : address, payload: made.body, ...by }
  })
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
}

/** Lone surrogates cannot be written in an address; they become what browsers make of them. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed())
}

export interface Fuzzing {
  server: Server
  routes: readonly Route[]
  /** Cookie headers by who is asking, fresh for every request, because some requests end sessions. */
  headersOf(asker: string): Promise<Record<string, string>>
  /** Who may do it, asks more often: a refusal at the door tests only the door. */
  askersFor(operation: Operation): readonly string[]
  known(): Promise<KnownThings>
  /** A request that is sound in itself, on things made for it, by whoever may. */
  sound(operation: Operation): Promise<Case>
  seed: number
}

/** How each operation was answered, as lines for people. */
export function coverage({ byOperation }: Tally): string[] {
  return [...byOperation].map(([name, { classes, refusals }]) => {
    const answers = ['2xx', '4xx', '5xx'].map((kind) => `${kind} ${classes.get(kind) ?? 0}`)
    return `${name}: ${answers.join(', ')} (${[...refusals].map(([code, times]) => `${code} ${times}`).join(', ')})`
  })
}

/** Runs about `total` cases spread over the operations and notes every 5xx, deviation from the answer shapes, and delay. */
export async function fuzz(
  fuzzing: Fuzzing,
  total: number,
  about: (operation: Operation) => boolean = () => true,
): Promise<Tally> {
  const { operations: all, resolve } = await readDescription(fuzzing.server)
  const operations = all.filter(about)
  const tally: Tally = {
    cases: 0,
    accepted: 0,
    byOperation: new Map(),
    slowest: { milliseconds: 0, what: '' },
    faults: [],
  }
  const each = Math.max(1, Math.ceil(total / operations.length))
  for (const [at, operation] of operations.entries()) {
    const { inAddress, anywhere } = await fuzzing.known()
    const { signInName, ...others } = anywhere
    // Sign-in names that exist serve for signing in; an invitation wants a new one.
    const known = operation.path.endsWith('/sign-in') && signInName ? { ...others, signInName } : others
    const making = { resolve, known, inAddress: { ...known, ...inAddress } }
    const sound = await fuzzing.sound(operation)
    const seed = fuzzing.seed + at
    const samples = fc.sample(casesOf(operation, making, fuzzing.askersFor(operation), sound), { seed, numRuns: each })
    // First spoiled in places, then as it is: what spoiled requests did to its things must not get in its way.
    if (operation.body) {
      const spoilt = fc.sample(spoiled(fc.constant(sound.payload)), { seed, numRuns: Math.ceil(each / 2) })
      for (const payload of spoilt) await ask(fuzzing, { ...sound, payload }, tally)
    }
    for (const one of samples) await ask(fuzzing, one, tally)
    await ask(fuzzing, await fuzzing.sound(operation), tally)
  }
  return tally
}

/** Far beyond what any answer takes, even on two cores that other test files share. */
const hangMs = 5000

async function ask(fuzzing: Fuzzing, one: Case, tally: Tally): Promise<void> {
  const { operation, url, payload, asker } = one
  const name = `${operation.method} ${operation.path}`
  const headers = { ...(await fuzzing.headersOf(asker)), ...one.headers }
  const started = performance.now()
  const answer = await fuzzing.server.inject({
    method: operation.method,
    url,
    headers: { ...headers, ...(payload !== undefined && { 'content-type': 'application/json' }) },
    ...(payload !== undefined && { payload: JSON.stringify(payload) }),
  })
  const milliseconds = performance.now() - started
  const accepted = answer.statusCode < 300
  const count = tally.byOperation.get(name) ?? { cases: 0, accepted: 0, classes: new Map(), refusals: new Map() }
  tally.byOperation.set(name, count)
  count.cases += 1
  tally.cases += 1
  const kind = `${Math.floor(answer.statusCode / 100)}xx`
  count.classes.set(kind, (count.classes.get(kind) ?? 0) + 1)
  if (accepted) {
    count.accepted += 1
    tally.accepted += 1
  } else {
    const code = /"code":"([^"]+)"/.exec(answer.body)?.[1] ?? String(answer.statusCode)
    count.refusals.set(code, (count.refusals.get(code) ?? 0) + 1)
  }
  const what = `${asker}: ${operation.method} ${url.slice(0, 300)} ${JSON.stringify(payload)?.slice(0, 500) ?? ''}`
  if (milliseconds > tally.slowest.milliseconds) tally.slowest = { milliseconds, what }
  if (milliseconds > hangMs) tally.faults.push(`took ${milliseconds.toFixed(0)} ms: ${what}`)
  const fault = judge(fuzzing.routes, operation, answer.statusCode, answer.body)
  if (fault) tally.faults.push(`${fault}: ${what}`)
}

function judge(routes: readonly Route[], operation: Operation, status: number, body: string): string | null {
  if (status >= 500) return `${status} ${body.slice(0, 300)}`
  const route = routes.find(
    (one) => one.method === operation.method && one.url.replaceAll(/:(\w+)/g, '{$1}') === operation.path,
  )
  if (!route) return 'is described and is no route'
  if (status === 204) return route.answer === 'nothing' ? null : 'answers nothing, and a shape is promised'
  const shape = status >= 400 ? Problem : route.answer
  if (typeof shape === 'string') return status < 300 ? `answers ${status}, and nothing is promised` : null
  return deviation(shape, body)
}

function deviation(shape: z.ZodType, body: string): string | null {
  let value: unknown
  try {
    value = JSON.parse(body)
  } catch {
    return `is no JSON: ${body.slice(0, 100)}`
  }
  const parsed = shape.safeParse(value)
  return parsed.success
    ? null
    : `deviates from its shape: ${parsed.error.issues[0]?.path.join('.')} ${parsed.error.issues[0]?.message}`
}
