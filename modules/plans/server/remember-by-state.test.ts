import { json, transaction } from '@opensti/db'
import { testDatabase } from '@opensti/testing'
import { beforeAll, describe, expect, it } from 'vitest'
import { rememberByState } from './remember-by-state.ts'

const { db } = await testDatabase()
const change = () =>
  db
    .updateTable('plans.region')
    .set((row) => ({ revision: row('revision', '+', 1n) }))
    .execute()

describe('what is remembered by the state of the ledger', () => {
  let made = 0
  const make = async () => {
    made += 1
    return made
  }
  beforeAll(() =>
    db
      .insertInto('plans.region')
      .values({ id: 'here', kind: 'city', names: json({ zh: '这里', en: 'Here' }) })
      .execute(),
  )

  it('is made once, and anew after a write', async () => {
    expect([await rememberByState(db, 'a', make), await rememberByState(db, 'a', make)]).toEqual([1, 1])
    await change()
    expect(await rememberByState(db, 'a', make)).toBe(2)
  })

  it('is not kept when it could not be made', async () => {
    const fail = () => Promise.reject(new Error('no answer'))
    await expect(rememberByState(db, 'b', fail)).rejects.toThrow('no answer')
    expect(await rememberByState(db, 'b', async () => 'made')).toBe('made')
  })

  it('is neither kept nor taken inside a transaction, whose writes may never come to be', async () => {
    const undone = transaction(db, 'test.undone', async (tx) => {
      await rememberByState(tx, 'c', async () => 'seen in vain')
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow()
    expect(await rememberByState(db, 'c', async () => 'true')).toBe('true')
    expect(await transaction(db, 'test.inside', (tx) => rememberByState(tx, 'c', async () => 'own'))).toBe('own')
  })
})
