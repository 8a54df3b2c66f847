/** One way to declare a route, one way to refuse, one server that keeps both. */
export type { HouseGauge } from './metrics.ts'
export { openApiDocument } from './openapi.ts'
export { Problem, problemFrom } from './problem.ts'
export { type Context, defineRoute, type PageAnswer, type Route, route } from './route.ts'
export { createServer, type Server, type ServerOptions } from './server.ts'
