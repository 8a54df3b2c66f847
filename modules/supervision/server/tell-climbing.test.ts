import { holdersForUnit, regionWorkdays } from '@opensti/accounts'
import { actor, loadLakeside } from '@opensti/accounts/testing'
import { type Actor, dayAfter } from '@opensti/kernel'
import { testDatabase } from '@opensti/testing'
import { beforeAll, expect, it } from 'vitest'
import { climbNotices } from '../domain/notice-kinds.ts'
import { addEvidence } from './add-evidence.ts'
import { createItem } from './create-item.ts'
import { moveItem } from './move-item.ts'
import { getItem } from './store.ts'
import { tellClimbing } from './tell-climbing.ts'

const { db, owner } = await testDatabase()
const science = 'lakeside/lakeside-science'
let supervisor: Actor
let leader: Actor
let id: string

beforeAll(async () => {
  await loadLakeside(db)
  supervisor = await actor(db, 'gao.yuan')
  leader = await actor(db, 'zhou.guoliang')
  const wanted = {
    title: '出台工作方案',
    sourceKind: 'minutes' as const,
    sourceName: '会议纪要',
    sourceDay: null,
    taskId: null,
    leadUnit: science,
    coopUnits: [],
    dueDay: '2099-12-31',
    steps: [],
  }
  ;({ id } = await createItem(db, supervisor, 'lakeside', wanted, 'test'))
  await moveItem(db, supervisor, id, { verb: 'assign', version: 0, text: null }, 'test')
})

/** As if its day had been so many working days ago. */
async function dueWorkdaysAgo(count: number): Promise<void> {
  const days = await regionWorkdays(db, 'lakeside')
  const today = days.dayOf(new Date())
  let day = today
  while (days.between(day, today) < count) day = dayAfter(day, -1)
  await owner.updateTable('supervision.item').set({ due_day: day, first_due: day }).where('id', '=', id).execute()
}

const climbKinds = Object.values(climbNotices).map(({ kind }) => kind)
const notices = () =>
  db
    .selectFrom('accounts.notice as n')
    .innerJoin('accounts.person as p', 'p.id', 'n.person')
    .select(['n.kind', 'p.sign_in_name as who', 'n.seen_at'])
    .where('n.link', '=', `/supervision/items/${id}`)
    .where('n.kind', 'in', climbKinds)
    .orderBy('n.id')
    .execute()

it('tells nobody of what is in time', async () => {
  expect(await tellClimbing(db)).toBe(0)
  expect(await notices()).toEqual([])
})

it('tells each rung once, however often and by however many servers it is asked', async () => {
  await dueWorkdaysAgo(3)
  const told = await Promise.all([tellClimbing(db), tellClimbing(db)])
  expect(told.reduce((sum, one) => sum + one)).toBe(1)
  expect(await notices()).toMatchObject([{ kind: 'supervision.item-overdue', who: 'zhou.guoliang' }])
})

it('climbs to supervision and to the head in charge, and begins anew when more time is over', async () => {
  await dueWorkdaysAgo(20)
  expect(await tellClimbing(db)).toBe(3)
  expect(await tellClimbing(db)).toBe(0)
  const kinds = (await notices()).slice(1).map(({ kind, who }) => `${kind} ${who}`)
  expect(kinds).toContain('supervision.item-overdue zhou.guoliang')
  expect(kinds).toContain('supervision.item-climbed gao.yuan')
  expect(kinds).toContain('supervision.item-for-head jiang.he')
})

it('climbs to the head in charge of the unit, where heads have divided the units among them', async () => {
  const { db, owner } = await testDatabase()
  await loadLakeside(db)
  const person = async (name: string) =>
    (await db.selectFrom('accounts.person').select('id').where('sign_in_name', '=', name).executeTakeFirstOrThrow()).id
  const give = async (name: string, unit: string) =>
    owner
      .insertInto('accounts.role_grant')
      .values({
        region: 'lakeside',
        person: await person(name),
        role: 'head',
        role_group: 'business',
        role_scope: 'region',
        unit,
      })
      .execute()
  await give('fu.lin', science)
  await give('lu.kai', 'lakeside/lakeside-health')
  expect(await holdersForUnit(db, science, 'head')).toEqual([await person('fu.lin')])
  expect(await holdersForUnit(db, 'lakeside/lakeside-finance', 'head')).toEqual([await person('jiang.he')])
})

it('is settled once the item has ended, and nobody hears of it again', async () => {
  await addEvidence(db, leader, id, { name: 'a.pdf', content: Buffer.from('%PDF-1.7 sealed') }, 'test')
  const act = async (who: Actor, verb: 'propose-end' | 'end') => {
    const { version } = await getItem(db, id)
    await moveItem(db, who, id, { verb, version, text: '已办结' }, 'test')
  }
  await act(leader, 'propose-end')
  await dueWorkdaysAgo(30)
  expect(await tellClimbing(db)).toBe(1)
  await act(supervisor, 'end')
  expect(await tellClimbing(db)).toBe(0)
  const left = (await notices()).filter(({ seen_at }) => seen_at === null)
  expect(left.filter(({ kind }) => kind === 'supervision.item-climbed')).toHaveLength(1)
})
