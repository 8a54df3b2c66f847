/** The design system: decisions as data, and the one way to write numbers and dates. Safe to load in a browser. */
export * from './format.ts'
export * from './moments.ts'
export * from './status.ts'
export * from './tokens.ts'
