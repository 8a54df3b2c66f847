// Written by "npm run db:types" from the migrated database. Change a migration, not this file.
import type { Json } from '@opensti/db'
import type { ColumnType, Generated } from 'kysely'

declare module '@opensti/db/tables' {
  interface Tables {
    'search.entry': SearchEntry
  }
}

export interface SearchEntry {
  kind: string
  id: string
  region_id: string
  title: ColumnType<unknown, Json, Json>
  context: ColumnType<unknown, Json, Json>
  href: string
  public: boolean
  body: string
  grams: string[]
  weight: Generated<number>
}
