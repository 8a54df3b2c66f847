/** The words every part of the house shares. Nothing here reads, writes or knows what a plan is. */
export * from './actor.ts'
export * from './ask-once.ts'
export * from './bilingual.ts'
export * from './clock.ts'
export * from './errors.ts'
export * from './ids.ts'
export * from './period.ts'
export * from './policy.ts'
