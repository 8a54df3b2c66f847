import { expect, it } from 'vitest'
import { type Asked, askOnce } from './ask-once.ts'

/** A source whose answers come when the test says so. */
function source() {
  const asked: Asked<string, number> = new Map()
  const gates: PromiseWithResolvers<number>[] = []
  const ask = (key = 'one') =>
    askOnce(asked, key, () => {
      const gate = Promise.withResolvers<number>()
      gates.push(gate)
      return gate.promise
    })
  return { asked, gates, ask }
}

it('asks at once when nothing is out, and again for the next who comes later', async () => {
  const { gates, ask, asked } = source()
  const first = ask()
  gates[0]!.resolve(1)
  expect(await first).toBe(1)
  await Promise.resolve()
  expect(asked.size).toBe(0)
  const second = ask()
  gates[1]!.resolve(2)
  expect(await second).toBe(2)
})

it('gives all who come meanwhile one answer, asked after they came', async () => {
  const { gates, ask } = source()
  const first = ask()
  const late = [ask(), ask(), ask()]
  expect(gates.length).toBe(1)
  gates[0]!.resolve(1)
  await first
  await Promise.resolve()
  expect(gates.length).toBe(2)
  const later = ask()
  gates[1]!.resolve(2)
  expect(await Promise.all(late)).toEqual([2, 2, 2])
  await Promise.resolve()
  gates[2]!.resolve(3)
  expect(await later).toBe(3)
})

it('keeps questions about different things apart, and asks on after a failure', async () => {
  const { gates, ask, asked } = source()
  const [one, other, late] = [ask('one'), ask('other'), ask('one')]
  gates[0]!.reject(new Error('the line is cut'))
  gates[1]!.resolve(5)
  await expect(one).rejects.toThrow('the line is cut')
  expect(await other).toBe(5)
  gates[2]!.resolve(7)
  expect(await late).toBe(7)
  await Promise.resolve()
  expect(asked.size).toBe(0)
})
