import { connect } from '@opensti/db'
import { testDatabase } from '@opensti/testing'
import { sql } from 'kysely'
import { afterAll, describe, expect, it } from 'vitest'
import { StateKeeper } from './state-keeper.ts'

const { superuserUrl } = await testDatabase('empty')
const db = connect({ url: superuserUrl, max: 1, applicationName: 'keeper' })
afterAll(() => db.destroy())
const run = (statements: string) => sql.raw(statements).execute(db)

describe('what has changed in tables that nobody named', () => {
  it.each([
    ['a row that came', "insert into kept_of.one values (3, 'c')", '+ kept_of.one {"id":3,"word":"c"}'],
    ['a row that went', 'delete from kept_of.one where id = 1', '- kept_of.one {"id":1,"word":"a"}'],
    [
      'one for another',
      "delete from kept_of.one where id = 1; insert into kept_of.one values (3, 'c')",
      '+ kept_of.one',
    ],
    ['a row that is other', "update kept_of.one set word = 'z' where id = 2", '- kept_of.one {"id":2,"word":"b"}'],
    ['a first row', "insert into kept_of.empty values (1, 'a')", '+ kept_of.empty'],
  ])('%s is seen, put back, and not seen again', async (_, statements, line) => {
    await run(`drop schema if exists kept_of cascade; create schema kept_of;
      create table kept_of.one (id int, word text); create table kept_of.empty (id int, word text);
      insert into kept_of.one values (1, 'a'), (2, 'b')`)
    const keeper = await StateKeeper.open(db)
    expect(await keeper.changes(true)).toBe('')
    await run(statements)
    keeper.forgetChanges()
    expect(await keeper.changes(true)).toContain(line)
    await keeper.putBack()
    keeper.forgetChanges()
    expect(await keeper.changes(true)).toBe('')
  })
})
