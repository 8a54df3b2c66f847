import type { Kysely, Transaction as KyselyTransaction } from 'kysely'

/**
 * Every table of the database, by its full name (`'plans.indicator'`).
 * Each module adds its own in `generated/tables.ts` by `declare module '@opensti/db'`; never edit those by hand,
 * run `npm run db:types`.
 */
// biome-ignore lint/suspicious/noEmptyInterface: modules fill it by declaration merging
export interface Tables {}

/** A pool of connections. Reads go through it directly, writes only through `transaction`. */
export type Database = Kysely<Tables>

/** What `transaction` hands out. Functions that write ask for this, so that they cannot be called outside one. */
export type Transaction = KyselyTransaction<Tables>

/** Either: for functions that only read. */
export type Reader = Database | Transaction
