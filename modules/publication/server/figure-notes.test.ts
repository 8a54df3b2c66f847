import { actor } from '@opensti/accounts/testing'
import { databaseNow } from '@opensti/db'
import { publicValues } from '@opensti/plans'
import { lockRound, openRound } from '@opensti/reporting/testing'
import { testDatabase } from '@opensti/testing'
import { beforeAll, describe, expect, it } from 'vitest'
import { releasePage } from '../portal/release-page.ts'
import { decideRelease } from './decide-release.ts'
import { proposeRelease } from './propose-release.ts'
import { getReleaseDraft } from './views/draft-view.ts'
import { findPublicRelease } from './views/public-views.ts'

const { db } = await testDatabase()
const place = { cycle: 'quarterly', period: '2026-Q3' }
const propose = async (leaveOut: string[] = []) =>
  proposeRelease(
    db,
    await actor(db, 'chen.mei'),
    'lakeside',
    {
      ...place,
      leaveOut,
      papers: [],
      title: { zh: '第三季度数据', en: null },
      note: null,
      embargoAt: null,
      doubts: [],
    },
    'test',
  )
const idOf = async (indicator: string) =>
  (await getReleaseDraft(db, 'lakeside', place)).figures.find((figure) => figure.indicatorId === indicator)!.id
const publicNotes = async () => {
  const asOf = await databaseNow(db)
  const figures = await publicValues(db, { regionId: 'lakeside' }, { asOf, limit: 2000 })
  return figures.filter((figure) => figure.releaseId !== null).map((figure) => figure.note?.zh ?? null)
}

describe('what a unit writes beside its figure', () => {
  beforeAll(async () => {
    const round = await openRound(db)
    await lockRound(
      db,
      round,
      { 'high-tech-enterprises': '1385', 'fiscal-science-share': '5.3' },
      { 'high-tech-enterprises': '已核减重复计算的两家', 'fiscal-science-share': '如有疑问请拨打13800138000' },
    )
  })

  it('is shown to whoever proposes the release, beside the figure it goes with', async () => {
    const { figures, findings } = await getReleaseDraft(db, 'lakeside', place)
    expect(figures.map((figure) => figure.note?.zh)).toEqual(['已核减重复计算的两家', '如有疑问请拨打13800138000'])
    expect(findings).toMatchObject([
      { kind: 'mobile', certain: true, label: { zh: '“财政科技支出占比”（湖畔市科学技术局报送）的说明' } },
    ])
  })

  it('does not pass the gate with personal data; the figure stays back or is corrected', async () => {
    const field = `figure/${await idOf('fiscal-science-share')}/note.zh mobile`
    await expect(propose()).rejects.toMatchObject({
      code: 'personal_data',
      details: [{ place: { field } }],
    })
    expect(await publicNotes()).toEqual([])
  })

  it('becomes public with its figure, on the page of the release and in open data, and not before', async () => {
    const { id } = await propose([await idOf('fiscal-science-share')])
    expect(await publicNotes()).toEqual([])
    await decideRelease(db, await actor(db, 'zhou.guoliang'), id, { verb: 'approve', version: 0, text: null }, 'test')
    expect(await publicNotes()).toEqual(['已核减重复计算的两家'])
    const shown = await findPublicRelease(db, id)
    expect(releasePage(shown!.release!, { language: 'zh', path: '/' })).toContain('已核减重复计算的两家')
    expect(JSON.stringify(shown)).not.toContain('13800138000')
  })
})
