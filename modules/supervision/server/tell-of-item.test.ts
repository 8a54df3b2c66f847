import { actor, loadLakeside } from '@opensti/accounts/testing'
import type { Actor } from '@opensti/kernel'
import { testDatabase } from '@opensti/testing'
import { beforeAll, expect, it } from 'vitest'
import type { ItemVerb } from '../domain/item-life.ts'
import { supervisionNotices } from '../domain/notice-kinds.ts'
import { addEvidence } from './add-evidence.ts'
import { answerExtension } from './answer-extension.ts'
import { askExtension } from './ask-extension.ts'
import { createItem } from './create-item.ts'
import { moveItem } from './move-item.ts'
import { getItem } from './store.ts'

const { db } = await testDatabase()
let supervisor: Actor
let leader: Actor
let id: string

const act = async (who: Actor, verb: ItemVerb, text: string | null = null) => {
  const { version } = await getItem(db, id)
  await moveItem(db, who, id, { verb, version, text }, 'test')
}
/** What was told since the last time it was asked, by kind and sign-in. */
let heardBefore = 0
const heard = async () => {
  const rows = await db
    .selectFrom('accounts.notice as n')
    .innerJoin('accounts.person as p', 'p.id', 'n.person')
    .select(['n.kind', 'n.params', 'p.sign_in_name as who'])
    .where('n.link', '=', `/supervision/items/${id}`)
    .orderBy('n.id')
    .execute()
  const news = rows.slice(heardBefore)
  heardBefore = rows.length
  return news
}
const kinds = async () => (await heard()).map(({ kind, who }) => `${who} ${kind.split('.')[1]}`).sort()
const unseen = async (who: string) => {
  const rows = await db
    .selectFrom('accounts.notice as n')
    .innerJoin('accounts.person as p', 'p.id', 'n.person')
    .select('n.kind')
    .where('n.link', '=', `/supervision/items/${id}`)
    .where('p.sign_in_name', '=', who)
    .where('n.seen_at', 'is', null)
    .execute()
  return rows.map(({ kind }) => kind)
}

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
    leadUnit: 'lakeside/lakeside-science',
    coopUnits: ['lakeside/lakeside-finance'],
    dueDay: '2099-06-30',
    steps: [],
  }
  ;({ id } = await createItem(db, supervisor, 'lakeside', wanted, 'test'))
})

it('every gap of the words is filled, in both languages', () => {
  const gaps = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()
  for (const { text } of Object.values(supervisionNotices)) expect(gaps(text.zh)).toEqual(gaps(text.en))
})

it('nobody hears of a draft; those of the owing unit who may act hear of the assignment, nobody else', async () => {
  expect(await kinds()).toEqual([])
  await act(supervisor, 'assign')
  const told = await heard()
  expect(told.map(({ who }) => who).sort()).toEqual(['lin.yuan', 'zhou.guoliang'])
  expect(told[0]).toMatchObject({ kind: 'supervision.item-assigned', params: { due: { day: '2099-06-30' } } })
})

it('supervision hears of a wish for more time until it is answered, the unit of the answer', async () => {
  const ask = (untilDay: string) => askExtension(db, leader, id, { untilDay, reason: '征求意见未完' }, 'test')
  await ask('2099-07-31')
  expect(await kinds()).toEqual(['gao.yuan time-asked'])
  await answerExtension(db, supervisor, id, { number: 0, answer: 'refused', reason: '按期办结' }, 'test')
  expect(await unseen('gao.yuan')).toEqual([])
  expect(await kinds()).toEqual(['lin.yuan time-refused', 'zhou.guoliang time-refused'])
  await ask('2099-08-31')
  await answerExtension(db, supervisor, id, { number: 1, answer: 'granted', reason: null }, 'test')
  expect((await heard()).at(-1)).toMatchObject({
    kind: 'supervision.time-granted',
    params: { until: { day: '2099-08-31' } },
  })
})

it('supervision hears of what is handed in, the unit whether it is closed', async () => {
  await addEvidence(db, leader, id, { name: 'a.pdf', content: Buffer.from('%PDF-1.7') }, 'test')
  await act(leader, 'propose-end', '已办结')
  expect(await kinds()).toEqual(['gao.yuan item-to-close'])
  await act(supervisor, 'refuse-end', '缺审定稿')
  expect(await unseen('gao.yuan')).toEqual([])
  expect(await kinds()).toEqual(['lin.yuan item-not-closed', 'zhou.guoliang item-not-closed'])
  await act(leader, 'propose-end', '补交审定稿')
  await act(supervisor, 'end')
  expect(await unseen('gao.yuan')).toEqual([])
  expect(await kinds()).toEqual(['gao.yuan item-to-close', 'lin.yuan item-closed', 'zhou.guoliang item-closed'])
})
