import { testDatabase } from '@opensti/testing'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { introspect, renderTables } from './render-tables.ts'

const { owner } = await testDatabase('empty')

it('writes what may be read and what may be written, column by column', async () => {
  await sql`create schema trial`.execute(owner)
  await sql`create table trial.fund_call (
    id bigint generated always as identity primary key,
    state text not null default 'draft' check (state in ('draft', 'open')),
    amount_fen bigint, share numeric not null, opens_on date, opened_at timestamptz not null default now(),
    tags text[] not null default '{}', facts jsonb, is_open boolean generated always as (state = 'open') stored)`.execute(
    owner,
  )
  await sql`comment on column trial.fund_call.amount_fen is 'Integer fen.'`.execute(owner)
  expect(
    renderTables('trial', await introspect(owner, 'trial'), false),
  ).toBe(`// Written by "npm run db:types" from the migrated database. Change a migration, not this file.
import type { Json } from '@opensti/db'
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

declare module '@opensti/db/tables' {
  interface Tables {
    'trial.fund_call': TrialFundCall
  }
}

export interface TrialFundCall {
  id: GeneratedAlways<bigint>
  state: Generated<'draft' | 'open'>
  /** Integer fen. */
  amount_fen: ColumnType<bigint | null, bigint | number | null | undefined, bigint | number | null>
  share: ColumnType<string, string | number, string | number>
  opens_on: string | null
  opened_at: ColumnType<Date, Date | string | undefined, Date | string>
  tags: Generated<string[]>
  facts: ColumnType<unknown, Json | null | undefined, Json | null>
  is_open: GeneratedAlways<boolean | null>
}
`)
})
