import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { actor } from '@opensti/accounts/testing'
import { loadEvaluations, makeMissingPapers, readEvaluations } from '@opensti/evaluation'
import type { Actor } from '@opensti/kernel'
import { openRound } from '@opensti/reporting/testing'
import { testDatabase } from '@opensti/testing'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import type { ProposeRelease } from '../contract.ts'
import { papersToRelease } from './contents.ts'
import { decideRelease } from './decide-release.ts'
import { proposeRelease } from './propose-release.ts'
import { withContents } from './publishable.ts'
import { retractRelease } from './take-back-release.ts'
import { takeEffect } from './take-effect.ts'
import { findKnownFile } from './views/known-files.ts'
import { findPublicFile } from './views/public-files.ts'

const { db } = await testDatabase()
const folder = join(import.meta.dirname, '..', '..', '..', 'regions', 'lakeside')
let planner: Actor
let leader: Actor
let evaluation: string
let digest: string

/** A word of supervision that names a number, and why that may be public. */
const office = '与年报一致，可电0755-82012345核对。'
const why: ProposeRelease['doubts'] = [
  {
    place: '',
    kind: 'landline',
    reason: '单位办公电话',
  },
]

const propose = (doubts = why) =>
  proposeRelease(
    db,
    planner,
    'lakeside',
    {
      cycle: null,
      period: null,
      leaveOut: [],
      papers: [{ kind: 'evaluation', id: evaluation }],
      title: { zh: '总结评估报告', en: null },
      note: null,
      embargoAt: null,
      doubts,
    },
    'test',
  )
const approve = (id: string) => decideRelease(db, leader, id, { verb: 'approve', version: 0, text: null }, 'test')
const known = () => findKnownFile(db, digest)

describe('the papers of an evaluation', () => {
  beforeAll(async () => {
    await openRound(db)
    planner = await actor(db, 'chen.mei')
    leader = await actor(db, 'zhou.guoliang')
    const written = readEvaluations(folder)
    const said = JSON.stringify(written).replace('与年报一致。', office)
    await loadEvaluations(db, 'lakeside', JSON.parse(said) as typeof written)
    await makeMissingPapers(db, 'lakeside')
    const [paper] = await papersToRelease(db, 'lakeside')
    evaluation = paper!.id
    why[0]!.place = `paper/evaluation/${evaluation}/indicator/rd-personnel-per-10k-employed/review`
    digest = createHash('sha256').update(paper!.files[0]!.content).digest('hex')
  }, 120_000)

  it('rest on figures of its year that stood when it was concluded', async () => {
    const [contents] = await withContents(db, [{ kind: 'evaluation', id: evaluation }])
    const { rows } = await sql<{ period: string; vintage: string }>`
      select period, vintage from plans.value where id = any (${contents!.restsOn}::text[])`.execute(db)
    expect(rows.length).toBeGreaterThan(10)
    expect(rows.filter(({ period, vintage }) => period > '2025-Q4' || vintage > '2026-04-20')).toEqual([])
  })

  it('do not carry out a figure that is not public, and are released with it or after it', async () => {
    const [contents] = await withContents(db, [{ kind: 'evaluation', id: evaluation }])
    const stand = (status: 'approved' | 'published') =>
      db.updateTable('plans.value').set({ status }).where('id', '=', contents!.restsOn[0]!).execute()
    await stand('approved')
    const { names } = await db
      .selectFrom('plans.value as v')
      .innerJoin('plans.indicator as i', 'i.code', 'v.indicator_code')
      .select('i.names')
      .where('v.id', '=', contents!.restsOn[0]!)
      .executeTakeFirstOrThrow()
    const { zh } = names as unknown as { zh: string }
    await expect(propose()).rejects.toMatchObject({
      code: 'figures_not_public',
      details: [{ message: { zh: expect.stringContaining(zh) } }],
    })
    await stand('published')
    // Proposed while it was public, and withheld before the approval.
    const { id } = await propose()
    await stand('approved')
    await expect(approve(id)).rejects.toMatchObject({ code: 'figures_not_public' })
    await stand('published')
    await decideRelease(db, leader, id, { verb: 'decline', version: 0, text: '暂缓' }, 'test')
  })

  it('pass the gate with every word that people wrote into them', async () => {
    await expect(propose([])).rejects.toMatchObject({
      code: 'personal_data',
      details: [{ message: { zh: expect.stringMatching(/复核评价里有固定电话（075＊/) } }],
    })
  })

  it('are known once they are public, told of when taken down, and can be released again', async () => {
    expect(await known()).toBeUndefined()
    const { id } = await propose()
    expect(await known()).toBeUndefined()
    await approve(id)
    await takeEffect(db)
    const found = await findKnownFile(db, digest.toUpperCase())
    expect(found).toMatchObject({ what: { zh: '评估报告' }, region: { zh: '湖畔市' }, withdrawn: null })
    const [, , release, , paper, number] = found!.href!.split('/')
    const file = await findPublicFile(db, release!, paper!, Number(number))
    expect(createHash('sha256').update(file!.content).digest('hex')).toBe(digest)
    await expect(propose()).rejects.toMatchObject({ code: 'papers_changed' })

    await retractRelease(db, leader, id, { version: 2, text: '附表有误' }, 'test')
    expect(await known()).toMatchObject({ href: null, withdrawn: { because: '附表有误' } })
    expect(await findPublicFile(db, release!, paper!, Number(number))).toBeUndefined()

    const again = await propose()
    expect(await known()).toMatchObject({ withdrawn: { because: '附表有误' } })
    await approve(again.id)
    expect(await known()).toMatchObject({ release: `/releases/${again.id}`, withdrawn: null })
  })
})
