import { actor, loadLakeside } from '@opensti/accounts/testing'
import { type Actor, personOf } from '@opensti/kernel'
import { testDatabase } from '@opensti/testing'
import { beforeAll, describe, expect, it } from 'vitest'
import type { CreateItem } from '../contract.ts'
import { addEvidence } from './add-evidence.ts'
import { answerExtension } from './answer-extension.ts'
import { askExtension } from './ask-extension.ts'
import { createItem } from './create-item.ts'
import { moveItem } from './move-item.ts'
import { getItem } from './store.ts'
import { getItemList } from './views/item-list.ts'
import { getItemView } from './views/item-view.ts'

const { db } = await testDatabase()
const science = 'lakeside/lakeside-science'
const finance = 'lakeside/lakeside-finance'
const minutes: CreateItem = {
  title: '出台科技成果转化专班工作方案',
  sourceKind: 'minutes',
  sourceName: '市政府常务会议纪要〔2026〕9号',
  sourceDay: '2026-11-10',
  taskId: null,
  leadUnit: science,
  coopUnits: [finance],
  dueDay: '2099-12-31',
  steps: [
    { title: '征求意见', dueDay: null },
    { title: '报市政府审定', dueDay: null },
  ],
}
let supervisor: Actor
let leader: Actor
let financeLeader: Actor
let id: string

const act = async (
  who: Actor,
  verb: Parameters<typeof moveItem>[3]['verb'],
  text: string | null = null,
  stepsDone: number[] = [],
) => {
  const { version } = await getItem(db, id)
  await moveItem(db, who, id, { verb, version, text, stepsDone }, 'test')
  return (await getItem(db, id)).state
}

describe('an item from minutes to its end', () => {
  beforeAll(async () => {
    await loadLakeside(db)
    const { sign_in_name } = await db
      .selectFrom('accounts.person as p')
      .innerJoin('accounts.role_grant as g', 'g.person', 'p.id')
      .select('p.sign_in_name')
      .where('g.role', '=', 'supervisor')
      .where('g.region', '=', 'lakeside')
      .limit(1)
      .executeTakeFirstOrThrow()
    supervisor = await actor(db, sign_in_name)
    leader = await actor(db, 'zhou.guoliang')
    financeLeader = await actor(db, 'sun.li')
    ;({ id } = await createItem(db, supervisor, 'lakeside', minutes, 'test'))
  })

  it('gets the next number of its year, even when two are registered at once', async () => {
    const made = await Promise.all([1, 2, 3].map(() => createItem(db, supervisor, 'lakeside', minutes, 'test')))
    const numbers = await Promise.all(made.map(async (one) => (await getItem(db, one.id)).number))
    expect(numbers.sort()).toEqual([2, 3, 4])
  })

  it('refuses what does not fit, naming every field, and registers nothing', async () => {
    const wrong = { ...minutes, leadUnit: 'qingyuan/qy-science', dueDay: '2020-01-01', taskId: 'lakeside/x/1' }
    await expect(createItem(db, supervisor, 'lakeside', wrong, 'test')).rejects.toMatchObject({
      code: 'item_wrong',
      details: [{ place: { field: 'leadUnit' } }, { place: { field: 'dueDay' } }, { place: { field: 'taskId' } }],
    })
  })

  it('refuses a task that no plan of the region has', async () => {
    const wrong = { ...minutes, sourceKind: 'plan-task' as const, taskId: 'lakeside/lakeside/t-10' }
    await expect(createItem(db, supervisor, 'lakeside', wrong, 'test')).rejects.toMatchObject({
      code: 'item_wrong',
      details: [{ place: { field: 'taskId' } }],
    })
  })

  it('is assigned, reported on step by step, and seen by whoever cooperates', async () => {
    expect(await act(supervisor, 'assign')).toBe('assigned')
    expect(await act(leader, 'report-progress', '已征求十二家单位意见', [0])).toBe('assigned')
    const seen = (await getItemList(db, personOf(financeLeader), 'lakeside', { from: 0 })).items.find(
      (one) => one.id === id,
    )
    expect(seen).toMatchObject({ stepsDone: 1, steps: 2, light: 'in-time' })
    await expect(act(financeLeader, 'report-progress', '代报')).rejects.toMatchObject({ kind: 'forbidden' })
  })

  it('gets more time only when someone else grants it, and keeps the day first set', async () => {
    await askExtension(db, leader, id, { untilDay: '2100-03-31', reason: '需再征求意见' }, 'test')
    await expect(
      askExtension(db, leader, id, { untilDay: '2100-04-30', reason: '同上' }, 'test'),
    ).rejects.toMatchObject({ code: 'extension_open' })
    await answerExtension(db, supervisor, id, { number: 0, answer: 'granted', reason: null }, 'test')
    expect(await getItemView(db, personOf(supervisor), id)).toMatchObject({
      dueDay: '2100-03-31',
      firstDue: '2099-12-31',
    })
  })

  it('ends with evidence only, whoever writes', async () => {
    await expect(act(leader, 'propose-end', '方案已印发')).rejects.toMatchObject({ code: 'evidence_missing' })
    await expect(
      db.updateTable('supervision.item').set({ state: 'ending' }).where('id', '=', id).execute(),
    ).rejects.toThrow(/evidence only/)
    const script = { name: 'a.pdf', content: Buffer.from('<script>alert(1)</script>') }
    await expect(addEvidence(db, leader, id, script, 'test')).rejects.toMatchObject({ code: 'file_kind' })
    await addEvidence(db, leader, id, { ...script, content: Buffer.from('%PDF-1.7 sealed') }, 'test')
    const stranger = { name: 'b.pdf', content: Buffer.from('%PDF-1.7 other') }
    await expect(addEvidence(db, financeLeader, id, stranger, 'test')).rejects.toMatchObject({ kind: 'forbidden' })
    expect(await act(leader, 'propose-end', '方案已印发')).toBe('ending')
    await expect(addEvidence(db, leader, id, stranger, 'test')).rejects.toMatchObject({ code: 'wrong_state' })
  })

  it('is sent back with a reason, then closed', async () => {
    await expect(act(supervisor, 'refuse-end')).rejects.toMatchObject({ code: 'reason_missing' })
    expect(await act(supervisor, 'refuse-end', '附件不是印发稿')).toBe('assigned')
    expect(await act(leader, 'propose-end', '已换印发稿')).toBe('ending')
    expect(await act(supervisor, 'end')).toBe('ended')
    await expect(act(leader, 'report-progress', '补充')).rejects.toMatchObject({ code: 'wrong_state' })
  })
})
