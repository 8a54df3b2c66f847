import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** Something that the house counts besides requests, asked for when somebody looks. */
export interface HouseGauge {
  name: string
  help: string
  /** What the parts of an answer are called, such as `state`. */
  label: string
  read: () => Promise<Readonly<Record<string, number>>>
}

/** Counts and times by route pattern, never by address or person. A gauge that cannot be read is left out that time. */
export function measureRequests(server: FastifyInstance, gauges: readonly HouseGauge[] = []): Registry {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const seconds = new Histogram({
    name: 'opensti_http_request_seconds',
    help: 'Time to answer a request, in seconds.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  })
  server.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    seconds.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000)
  })
  for (const { name, help, label, read } of gauges) {
    new Gauge({
      name,
      help,
      labelNames: [label],
      registers: [registry],
      async collect() {
        this.reset()
        const parts = await read().catch((error: unknown) => {
          server.log.error({ err: error }, `${name} could not be read`)
          return {}
        })
        for (const [part, value] of Object.entries(parts)) this.set({ [label]: part }, value)
      },
    })
  }
  return registry
}
