import { join } from 'node:path'
import { actor, loadLakeside } from '@opensti/accounts/testing'
import { personOf } from '@opensti/kernel'
import { testDatabase } from '@opensti/testing'
import { beforeAll, describe, expect, it } from 'vitest'
import type { WantedItems } from '../contract.ts'
import { loadItems } from './load-items.ts'
import { readItems } from './read-items.ts'
import { getItemList } from './views/item-list.ts'
import { getItemView } from './views/item-view.ts'

const { db } = await testDatabase()
const items = readItems(join(import.meta.dirname, '..', '..', '..', 'regions', 'lakeside'))

describe('the invented city’s items', () => {
  beforeAll(() => loadLakeside(db))

  it('are replayed by the rules, and only once', async () => {
    expect(await loadItems(db, 'lakeside', items)).toBe(items.length)
    expect(await loadItems(db, 'lakeside', items)).toBe(0)
  })

  it('stand as an office would find them', async () => {
    const supervisor = personOf(await actor(db, 'gao.yuan'))
    const { items: seen } = await getItemList(db, supervisor, 'lakeside', { from: 0 })
    const states = seen.map((one) => one.state)
    const count = (state: string) => states.filter((one) => one === state).length
    expect([count('draft'), count('ending'), count('ended')]).toEqual([1, 1, 3])
    const waiting = seen.find((one) => one.title.includes('特派员'))!
    const view = await getItemView(db, supervisor, waiting.id)
    expect(view.extensions.map((one) => one.answer)).toEqual([null])
    expect(view.verbs).toContain('answer-extension')
  })

  it('are shown to a unit only where it owns or cooperates', async () => {
    const { items: seen } = await getItemList(db, personOf(await actor(db, 'bai.lu')), 'lakeside', { from: 0 })
    expect(seen.map((one) => one.leadUnit.id)).toEqual(['lakeside/lakeside-health'])
  })

  it('are narrowed by words, unit, source and light, and the counts go with what is wanted', async () => {
    const supervisor = personOf(await actor(db, 'gao.yuan'))
    const asked = (wanted: Partial<WantedItems>) => getItemList(db, supervisor, 'lakeside', { from: 0, ...wanted })
    const all = await asked({})
    expect(all.next).toBeNull()
    const ended = await asked({ light: 'ended' })
    expect(ended.items.map((one) => one.state)).toEqual(['ended', 'ended', 'ended'])
    expect(ended.counts).toEqual(all.counts)
    expect((await asked({ text: '特派员' })).items).toHaveLength(1)
    expect((await asked({ text: '%' })).items).toEqual([])
    const [first] = all.items
    expect((await asked({ text: first!.number })).items.map(({ id }) => id)).toEqual([first!.id])
    const unit = 'lakeside/lakeside-health'
    const ofUnit = await asked({ unit })
    expect(ofUnit.items.every((one) => [one.leadUnit, ...one.coopUnits].some(({ id }) => id === unit))).toBe(true)
    expect(Object.values(ofUnit.counts).reduce((sum, one) => sum + one)).toBe(ofUnit.items.length)
    const minutes = await asked({ source: 'minutes' })
    expect(new Set(minutes.items.map((one) => one.sourceKind))).toEqual(new Set(['minutes']))
    expect((await asked({ from: all.items.length })).items).toEqual([])
  })
})
