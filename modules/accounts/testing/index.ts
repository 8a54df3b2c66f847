/** The invented city's people, for tests of every module. */
export * from './accounts-server.ts'
export * from './lakeside.ts'
export * from './second-factor.ts'
