import { deliverOutbox, type Letter, transaction } from '@opensti/db'
import { testDatabase } from '@opensti/testing'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { NoticeKind } from '../../domain/notice-kind.ts'
import { noticeSenders } from '../../index.ts'
import { accountsServer, cookieOf, loadLakeside, personIdOf } from '../../testing/index.ts'
import { forgetOldNotices } from './forget-old-notices.ts'
import { notify, settleNotices } from './notify.ts'

const { db, owner } = await testDatabase()
const kinds: NoticeKind[] = [
  {
    kind: 'trial.tea-ready',
    name: { zh: '茶好了', en: 'Tea is ready' },
    text: { zh: '{{cup}}的茶{{day}}泡好了。', en: 'Tea in {{cup}} was ready on {{day}}.' },
    byMail: true,
  },
]
const tea = {
  kind: 'trial.tea-ready',
  params: { cup: { zh: '蓝杯', en: 'the blue cup' }, day: { day: '2026-11-23' } },
  link: '/reporting',
}
const server = await accountsServer(db, { noticeKinds: kinds })
let chen = ''
let lin = ''
const tell = (to: string[], key: string) => transaction(db, 'trial.tell', (tx) => notify(tx, { ...tea, to, key }))
const ask = async (signIn: string, method: 'GET' | 'POST' | 'PUT', url: string, payload?: object) =>
  server.inject({ method, url: `/api/accounts/own/${url}`, headers: await cookieOf(db, signIn), payload })

beforeAll(async () => {
  await loadLakeside(db)
  ;[chen, lin] = [await personIdOf(db, 'chen.mei'), await personIdOf(db, 'lin.yuan')]
  await owner.updateTable('accounts.person').set({ email: 'chen@lakeside.example' }).where('id', '=', chen).execute()
})
beforeEach(async () => {
  await owner.deleteFrom('accounts.notice').execute()
  await owner.deleteFrom('accounts.notice_choice').execute()
  await owner.deleteFrom('opensti.outbox').execute()
})

describe('a notice', () => {
  it('is told once by its key, even when two duties tell it at the same time', async () => {
    const told = await Promise.all([tell([chen, lin], 'tea'), tell([chen, lin, chen], 'tea')])
    expect(told.flat().sort()).toEqual([chen, lin].sort())
    expect(await tell([chen], 'tea')).toEqual([])
    expect(await tell([chen], 'more tea')).toEqual([chen])
  })

  it('reads in both languages and is seen one by one or all up to the newest shown', async () => {
    for (const key of ['a', 'b', 'c']) await tell([chen], key)
    const page = (await ask('chen.mei', 'GET', 'notices?limit=2')).json()
    expect(page).toMatchObject({ unseen: 3, next: expect.any(String) })
    expect(page.notices[0].text).toEqual({
      zh: '蓝杯的茶2026年11月23日泡好了。',
      en: 'Tea in the blue cup was ready on 23 November 2026.',
    })
    const rest = (await ask('chen.mei', 'GET', `notices?limit=2&before=${page.next}`)).json()
    expect(rest.notices).toHaveLength(1)
    expect((await ask('chen.mei', 'POST', 'notices/seen', { only: rest.notices[0].id })).statusCode).toBe(204)
    await tell([chen], 'late')
    expect((await ask('chen.mei', 'POST', 'notices/seen', { upTo: page.notices[0].id })).statusCode).toBe(204)
    expect((await ask('chen.mei', 'GET', 'notices/count')).json()).toEqual({ unseen: 1 })
    expect((await ask('chen.mei', 'GET', 'notices?unseen=true')).json().notices).toHaveLength(1)
  })

  it('is hers alone', async () => {
    await tell([chen], 'tea')
    const { notices } = (await ask('chen.mei', 'GET', 'notices')).json()
    await ask('lin.yuan', 'POST', 'notices/seen', { only: notices[0].id })
    expect((await ask('lin.yuan', 'GET', 'notices')).json().notices).toEqual([])
    await ask('lin.yuan', 'POST', 'notices/seen', { upTo: '999999999' })
    expect((await ask('chen.mei', 'GET', 'notices/count')).json()).toEqual({ unseen: 1 })
  })

  it('goes when its matter is settled', async () => {
    await tell([chen, lin], 'tea')
    await transaction(db, 'trial.settle', (tx) => settleNotices(tx, ['tea']))
    expect((await ask('chen.mei', 'GET', 'notices/count')).json()).toEqual({ unseen: 0 })
  })

  it('is kept for a year', async () => {
    await tell([chen, lin], 'tea')
    await owner
      .updateTable('accounts.notice')
      .set({ made_at: new Date(Date.now() - 366 * 86_400_000) })
      .where('person', '=', chen)
      .execute()
    expect(await forgetOldNotices(db)).toBe(1)
  })

  it('leads nowhere but into the workbench', async () => {
    for (const link of ['https://elsewhere.example', '//elsewhere.example', '/\\elsewhere.example'])
      await expect(
        transaction(db, 'trial.tell', (tx) => notify(tx, { ...tea, to: [chen], key: link, link })),
      ).rejects.toThrow()
  })
})

describe('the letter of a notice', () => {
  const letters: Letter[] = []
  const carrier = { reachesPeople: true, carry: async (letter: Letter) => void letters.push(letter) }
  const send = () =>
    deliverOutbox(db, noticeSenders(db, { publicUrl: () => 'http://lakeside.test', noticeKinds: kinds }, carrier))
  beforeEach(() => void letters.splice(0))

  it('goes to whoever has an address, Chinese first, with the way in', async () => {
    await tell([chen, lin], 'tea')
    expect(await send()).toMatchObject({ sent: 1, failed: 0, givenUp: 0 })
    expect(letters[0]).toMatchObject({ to: 'chen@lakeside.example', subject: '茶好了 Tea is ready' })
    expect(letters[0]?.text).toContain('http://lakeside.test/workbench/reporting')
    expect(letters[0]?.text.indexOf('蓝杯')).toBeLessThan(letters[0]?.text.indexOf('blue cup') ?? 0)
  })

  it('does not go to whoever wants none of this kind, or has seen it already', async () => {
    const choice = (byMail: boolean) =>
      ask('chen.mei', 'PUT', 'notice-choices', { kinds: [{ kind: 'trial.tea-ready', byMail }] })
    expect((await choice(false)).statusCode).toBe(204)
    await tell([chen], 'unwanted')
    expect((await choice(true)).statusCode).toBe(204)
    await tell([chen], 'seen')
    await transaction(db, 'trial.settle', (tx) => settleNotices(tx, ['seen']))
    await tell([chen], 'tea')
    await send()
    expect(letters).toHaveLength(1)
    expect((await ask('chen.mei', 'GET', 'notice-choices')).json()).toEqual({
      officePhone: '0000-8800 1001',
      mailAddress: 'chen@lakeside.example',
      lettersReachPeople: false,
      kinds: [{ kind: 'trial.tea-ready', name: kinds[0]?.name, byMail: true }],
    })
    const unknown = await ask('chen.mei', 'PUT', 'notice-choices', { kinds: [{ kind: 'no.such', byMail: true }] })
    expect(unknown.json().code).toBe('notice_kind_unknown')
  })
})
