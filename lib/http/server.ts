import { Readable } from 'node:stream'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import type { Database } from '@opensti/db'
import { type Actor, AppError, type Clock, type Language, newId, notFound, type Policy } from '@opensti/kernel'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { addressWithoutSlash } from './address-without-slash.ts'
import { refuseCrossSite } from './cross-site.ts'
import { type HouseGauge, measureRequests } from './metrics.ts'
import { describeApi, openApiDocument } from './openapi.ts'
import { isWrite, perform, permit, RepeatHeaders } from './perform.ts'
import { Problem, problemFrom } from './problem.ts'
import { refuseUnstorable } from './refuse-unstorable.ts'
import { createMemory, type KeptAnswer, type Memory } from './remember.ts'
import type { Context, PageAnswer, Route } from './route.ts'

export type Server = FastifyInstance

export interface ServerOptions {
  db: Database
  clock: Clock
  policy: Policy
  routes: readonly Route[]
  /** Who is asking. Called for every request, so that a revoked session ends with the next one. */
  authenticate: (request: FastifyRequest) => Promise<Actor>
  /** Makes the error page for people; programs get a problem document. */
  errorPage?: (problem: Problem, language: Language, path: string) => string
  /** What `/metrics` tells besides requests. */
  gauges?: readonly HouseGauge[]
  /** Extra checks for readiness; each throws when it is not ready. */
  ready?: () => Promise<void>
  logLevel?: string
  version: string
  trustProxy?: boolean | string
  /** True behind TLS, where browsers are told to stay there. */
  secure?: boolean
}

/** A server that answers the given routes and nothing else, with the policy asked before every one of them. */
export async function createServer(options: ServerOptions): Promise<Server> {
  const server = Fastify({
    genReqId: () => newId(),
    trustProxy: options.trustProxy ?? false,
    bodyLimit: 1024 * 1024,
    requestTimeout: 30_000,
    routerOptions: { maxParamLength: 200 },
    // Addresses that cannot be read, or are too long, are refused in the one error shape as well.
    frameworkErrors: (error, request, reply) => refuse(error, request, reply, options),
    // Route patterns and numbers only: addresses, names and queries are personal data.
    logger: {
      level: options.logLevel ?? 'info',
      serializers: { req: describeRequest, res: (reply) => ({ status: reply.statusCode }) },
    },
  })
  server.setValidatorCompiler(validatorCompiler)
  server.setSerializerCompiler(serializerCompiler)

  await server.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        // Ant Design writes its styles at run time.
        styleSrc: ["'self'", "'unsafe-inline'"],
        scriptSrc: ["'self'"],
      },
    },
    strictTransportSecurity: options.secure ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    crossOriginEmbedderPolicy: false,
  })
  await server.register(compress, { threshold: 1024, encodings: ['br', 'gzip'] })
  await server.register(cookie)
  await server.register(multipart, { limits: { files: 1, fields: 10, fileSize: 32 * 1024 * 1024 } })
  await describeApi(server, options.version)

  const registry = measureRequests(server, options.gauges)
  server.addHook('onRequest', async (request) => {
    refuseCrossSite(request)
  })
  server.setErrorHandler((error, request, reply) => refuse(error, request, reply, options))
  server.setNotFoundHandler((request, reply) => {
    const tidy = request.method === 'GET' ? addressWithoutSlash(request.url) : null
    return tidy ? reply.redirect(tidy, 308) : refuse(notFound(), request, reply, options)
  })

  await server.after()
  const memory = createMemory()
  for (const route of options.routes) addRoute(server, route, options, memory)
  addOperations(server, options, () => registry.metrics())
  await server.ready()
  return server
}

function addRoute(server: FastifyInstance, route: Route, options: ServerOptions, memory: Memory): void {
  if (!options.policy.knows(route.action)) {
    throw new Error(`${route.method} ${route.url} asks for "${route.action}", which no line of the policy table names.`)
  }
  const schema = {
    summary: route.summary.en,
    operationId: `${route.method.toLowerCase()} ${route.url}`,
    hide: route.answer === 'page' || route.upload === true,
    ...(route.params && { params: strict(route.params) }),
    ...(route.query && { querystring: strict(route.query) }),
    ...(!route.query && { querystring: z.strictObject({}) }),
    ...(route.body && { body: strict(route.body) }),
    ...(isWrite(route) && { headers: RepeatHeaders }),
    response: {
      ...(route.answer === 'nothing' && { 204: z.null() }),
      ...(typeof route.answer === 'object' && { 200: route.answer }),
      ...(route.answer !== 'page' && { '4xx': Problem, '5xx': Problem }),
    },
  }
  server.withTypeProvider<ZodTypeProvider>().route({
    method: route.method,
    url: route.url,
    schema: route.answer === 'page' ? { ...schema, response: undefined } : schema,
    bodyLimit: route.bodyLimit,
    handler: async (request, reply) => {
      for (const part of [request.params, request.query, request.body]) refuseUnstorable(part)
      const context = await contextFor(request, reply, options)
      if (route.state) {
        await permit(route, context, options.policy)
        return sendKept(context, await remembered(route, context, memory))
      }
      const answer = await perform(route, context, options.policy)
      if (reply.sent) return reply
      // What is made for one person must not stay in a cache that others use.
      if (context.actor.kind === 'person' && !reply.hasHeader('cache-control'))
        reply.header('cache-control', 'no-store')
      if (route.answer === 'nothing') return reply.code(204).send()
      if (route.answer === 'page') return sendPage(reply, answer as PageAnswer)
      return reply.send(answer)
    },
  })
}

/** Unknown fields are refused rather than ignored: default deny reaches down to parameters. */
function strict(shape: z.ZodType): z.ZodType {
  return shape instanceof z.ZodObject ? shape.strict() : shape
}

async function contextFor(request: FastifyRequest, reply: FastifyReply, options: ServerOptions): Promise<Context> {
  return {
    db: options.db,
    clock: options.clock,
    actor: await options.authenticate(request),
    language: languageOf(request),
    params: request.params,
    query: request.query,
    body: request.body,
    requestId: request.id,
    address: request.ip,
    request,
    reply,
  }
}

/** The answer as it was made for this state, or made now. The policy has been asked already, for this request. */
async function remembered(route: Route, context: Context, memory: Memory): Promise<KeptAnswer> {
  const { request, reply } = context
  const state = (await route.state?.(context)) ?? ''
  const known = memory.find(request.url, state)
  if (known) return known
  const answer = await route.handle(context)
  if (route.answer === 'page') {
    const { status = 200, body, contentType, headers } = answer as PageAnswer
    if (body instanceof Readable) throw new Error(`${route.url} streams its answer, so it cannot have a state.`)
    return memory.keep(request.url, state, { status, body, contentType, ...(headers && { headers }) })
  }
  const body = reply.serialize(answer) as string
  return memory.keep(request.url, state, { status: 200, body, contentType: 'application/json; charset=utf-8' })
}

function sendKept({ request, reply, actor }: Context, kept: KeptAnswer): FastifyReply {
  reply.headers({ 'cache-control': actor.kind === 'person' ? 'no-store' : 'no-cache', ...kept.headers })
  if (request.headers['if-none-match'] === kept.headers['etag']) return reply.code(304).send()
  return sendPage(reply, kept)
}

function sendPage(reply: FastifyReply, page: PageAnswer): FastifyReply {
  return reply
    .code(page.status ?? 200)
    .headers(page.headers ?? {})
    .type(page.contentType)
    .serializer((body: unknown) => body as string)
    .send(page.body)
}

function refuse(error: unknown, request: FastifyRequest, reply: FastifyReply, options: ServerOptions): FastifyReply {
  const language = languageOf(request)
  const problem = problemFrom(error, request.id, language)
  if (problem.status >= 500) request.log.error({ err: error, requestId: request.id }, 'request failed')
  if (error instanceof AppError && error.retryAfterSeconds) reply.header('retry-after', error.retryAfterSeconds)
  reply.code(problem.status).header('cache-control', 'no-store')
  const wantsPage = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html')
  if (wantsPage && options.errorPage && !request.url.startsWith('/api/')) {
    return sendPage(reply, {
      body: options.errorPage(problem, language, pathOf(request.url)),
      contentType: 'text/html; charset=utf-8',
      status: problem.status,
    })
  }
  return reply.serializer(JSON.stringify).type('application/problem+json').send(problem)
}

/** Liveness says the process turns; readiness that it can serve; metrics count. */
function addOperations(server: FastifyInstance, options: ServerOptions, metrics: () => Promise<string>): void {
  const hidden = { schema: { hide: true } }
  server.get('/health/live', hidden, async () => ({ status: 'live' }))
  server.get('/health/ready', hidden, async (_request, reply) => {
    try {
      await options.ready?.()
      return { status: 'ready' }
    } catch {
      return reply.code(503).send({ status: 'not ready' })
    }
  })
  server.get('/api/openapi.json', hidden, async () => openApiDocument(server))
  server.get('/metrics', hidden, async (request, reply) => {
    // Numbers about the house are for those who run it, who stand beside it.
    if (!isLoopback(request.ip)) throw notFound()
    return reply.type('text/plain; version=0.0.4').send(await metrics())
  })
}

function isLoopback(address: string): boolean {
  return address === '127.0.0.1' || address === '::1' || address === '::ffff:127.0.0.1'
}

function languageOf(request: FastifyRequest): Language {
  const path = pathOf(request.url)
  if (path === '/en' || path.startsWith('/en/')) return 'en'
  if (!path.startsWith('/api/')) return 'zh'
  return (request.headers['accept-language'] ?? '').trim().toLowerCase().startsWith('en') ? 'en' : 'zh'
}

function pathOf(url: string): string {
  return url.split('?', 1)[0] ?? '/'
}

function describeRequest(request: FastifyRequest) {
  return { method: request.method, route: request.routeOptions?.url ?? 'none', id: request.id }
}
