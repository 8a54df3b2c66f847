import { join } from 'node:path'
import { actor, loadLakeside } from '@opensti/accounts/testing'
import { type Actor, type AppError, personOf } from '@opensti/kernel'
import { byAddress, readWorkbook } from '@opensti/office'
import { loadRegions } from '@opensti/plans'
import { readRegions } from '@opensti/regions'
import { testDatabase } from '@opensti/testing'
import { beforeAll, describe, expect, it } from 'vitest'
import { editWorkbook } from '../../testing/forms.ts'
import { loadRounds } from '../load-rounds.ts'
import { readRounds } from '../read-rounds.ts'
import { saveEntries } from '../save-entries.ts'
import { getRequestView } from '../views/request-view.ts'
import { acceptUpload } from './accept-upload.ts'
import { fillForPeriod, fillForReturn } from './fill-workbook.ts'
import { loadWorkbooks } from './load-workbooks.ts'
import { readUpload } from './read-upload.ts'
import { openWorkbook } from './receive-workbook.ts'
import { saveMapping } from './save-mapping.ts'
import { undoUpload } from './undo-upload.ts'
import { getUploadView } from './upload-view.ts'
import { getTemplateList, getUploadList, getWorkbookView } from './workbook-views.ts'

const regions = join(import.meta.dirname, '..', '..', '..', '..', 'regions')
const place = { regionId: 'lakeside', cycle: 'quarterly' }
const { db } = await testDatabase()
let reporter: Actor
let planner: Actor
let id: string

const upload = async (bytes: Buffer, name = '季报.xlsx') => {
  const { id: made } = await readUpload(db, reporter, id, await openWorkbook(name, bytes), 'test')
  return getUploadView(db, personOf(reporter), id, made)
}
const accept = (of: Awaited<ReturnType<typeof upload>>) =>
  acceptUpload(
    db,
    reporter,
    { requestRef: id, upload: of.id },
    { cells: of.changes.map(({ indicatorId, nature, version }) => ({ indicatorId, nature, version })) },
    'test',
  )
const figures = async () => {
  const view = await getRequestView(db, personOf(reporter), id)
  return Object.fromEntries(view.entries.map((entry) => [entry.indicatorId, entry.value]))
}
const codeOf = (work: Promise<unknown>) => work.then(() => 'done').catch((error: AppError) => error.code)

describe('the invented city’s own workbook', () => {
  beforeAll(async () => {
    await loadRegions(
      db,
      readRegions(regions).map((reading) => reading.content),
    )
    await loadLakeside(db)
    await loadRounds(db, 'lakeside', readRounds(join(regions, 'lakeside')))
    expect(await loadWorkbooks(db, 'lakeside', join(regions, 'lakeside'))).toBe(1)
    reporter = await actor(db, 'pan.yu')
    planner = await actor(db, 'chen.mei')
    const row = await db
      .selectFrom('reporting.request')
      .select('id')
      .where('period', '=', '2026-Q3')
      .where('unit_id', '=', 'lakeside/lakeside-human-resources')
      .executeTakeFirstOrThrow()
    id = row.id
  }, 60_000)

  it('is mapped from its own words: every figure that the cycle asks for has its row', async () => {
    expect(await loadWorkbooks(db, 'lakeside', join(regions, 'lakeside'))).toBe(0)
    const { versions } = await getTemplateList(db, personOf(planner), place)
    const view = await getWorkbookView(db, personOf(planner), { ...place, workbook: versions[0]!.workbookId })
    const mapped = view.mapping.sheets[0]!.rows.filter(({ indicatorId }) => indicatorId !== null)
    expect(mapped).toHaveLength(view.lines.length)
    expect(mapped.find(({ indicatorId }) => indicatorId === 'rd-spend')?.measure).toBe('万元')
    expect(view.mapping.sheets[0]!.rows.find(({ kind }) => kind === 'total')?.parts).toHaveLength(3)
    expect(view.mapping.sheets[0]!.columns.map(({ period }) => period)).toEqual(['now', 'before', 'year-before'])
  })

  it('is filled with one unit’s figures and nobody else’s, with its name, its period and who prepared it', async () => {
    const { name, bytes } = await fillForReturn(db, id)
    expect(name).toContain('湖畔市人力资源和社会保障局')
    const { sheets } = await readWorkbook({ name, bytes })
    const cells = byAddress(sheets[0]!)
    expect([cells.get('A2')?.text, cells.get('C3')?.text]).toEqual(['2026年第三季度', '湖畔市人力资源和社会保障局'])
    expect([cells.get('E38')?.value, cells.get('F38')?.value]).toEqual([61, 61])
    expect([cells.get('E15'), cells.get('E7')]).toEqual([undefined, undefined])
    expect(cells.get('H38')?.hasFormula).toBe(true)
    expect(cells.get('A44')?.text).toContain('填表人：')
  })

  it('is filled with what all units have handed in, in the measures of the sheet, totals added up', async () => {
    const { name, bytes } = await fillForPeriod(db, { ...place, period: '2026-Q3' })
    const cells = byAddress((await readWorkbook({ name, bytes })).sheets[0]!)
    // 117.9 亿元 in a sheet that counts in 万元; both natures of one indicator in their own rows.
    expect([cells.get('E7')?.value, cells.get('E32')?.value, cells.get('E33')?.value]).toEqual([1179000, 24.7, 24.6])
    expect(cells.get('E15')?.value).toBe(1480)
    // Returned for completion, so nobody outside that unit sees it.
    expect(cells.get('E38')).toBeUndefined()
    const before = byAddress((await readWorkbook({ name, bytes })).sheets[0]!)
    expect(before.get('F25')?.value).toBe(
      ['F22', 'F23', 'F24'].reduce((sum, address) => sum + Number(before.get(address)?.value), 0),
    )
  })

  it('comes back with errors by row and column, changes nothing, and is not taken in', async () => {
    const { bytes } = await fillForReturn(db, id)
    const view = await upload(await editWorkbook(bytes, { E38: '约 70', E39: 90, E41: '３４．６' }, '季报表'))
    expect(view.findings.filter(({ level }) => level === 'error').map(({ message }) => message.zh)).toEqual([
      '第 38 行 E 列「约 70」：是约数，报表要准数。',
    ])
    expect(view.findings.find(({ code }) => code === 'full-width')?.address).toBe('E41')
    expect(view.mayAccept).toBe(false)
    expect(await codeOf(accept(view))).toBe('upload_faulty')
    expect(await figures()).toEqual({ 'senior-talent-recruited': '61', 'skilled-talent-share': '34.4' })
  })

  it('names the part that is larger than its whole, the wrong unit and the wrong period', async () => {
    const { bytes } = await fillForReturn(db, id)
    const view = await upload(
      await editWorkbook(bytes, { A2: '2026年第二季度', C3: '湖畔市财政局', E38: 64, E39: 90 }, '季报表'),
    )
    expect(view.findings.map(({ code, address }) => `${code} ${address}`).sort()).toEqual([
      'not-mapped E39',
      'part-exceeds-whole E39',
      'wrong-period A2',
      'wrong-unit C3',
    ])
  })

  it('goes in as one save, keeps the notes, and is undone in one click', async () => {
    const { bytes } = await fillForReturn(db, id)
    const view = await upload(await editWorkbook(bytes, { E38: 64, E39: 20, E40: 44, E41: 34.6 }, '季报表'))
    expect(view.changes.map(({ indicatorId, was, becomes }) => [indicatorId, was, becomes])).toEqual([
      ['senior-talent-recruited', '61', '64'],
      ['skilled-talent-share', '34.4', '34.6'],
    ])
    await accept(view)
    expect(await figures()).toEqual({ 'senior-talent-recruited': '64', 'skilled-talent-share': '34.6' })
    expect(await codeOf(accept(view))).toBe('upload_taken')
    const taken = await getUploadView(db, personOf(reporter), id, view.id)
    expect([taken.state, taken.mayUndo]).toEqual(['accepted', true])
    await undoUpload(db, reporter, { requestRef: id, upload: view.id }, 'test')
    expect(await figures()).toEqual({ 'senior-talent-recruited': '61', 'skilled-talent-share': '34.4' })
    expect(await codeOf(undoUpload(db, reporter, { requestRef: id, upload: view.id }, 'test'))).toBe('not_accepted')
  })

  it('shows a figure that somebody changed meanwhile beside hers, and overwrites it only knowingly', async () => {
    const { bytes } = await fillForReturn(db, id)
    const view = await upload(await editWorkbook(bytes, { E38: 65 }, '季报表'))
    const cell = { ...view.changes[0]!, value: '62', absentReason: null, note: '同事核对' }
    await saveEntries(db, reporter, id, [cell], 'test')
    expect(await codeOf(accept(view))).toBe('cell_changed')
    const fresh = await getUploadView(db, personOf(reporter), id, view.id)
    expect(fresh.changes).toMatchObject([{ was: '61', now: '62', becomes: '65', moved: true }])
    await accept(fresh)
    const after = await getRequestView(db, personOf(reporter), id)
    expect(after.entries[0]).toMatchObject({ value: '65', note: '同事核对' })
    // A cell that has been changed again since stays as it is.
    const again = {
      ...fresh.changes[0]!,
      version: after.entries[0]!.version,
      value: '66',
      absentReason: null,
      note: null,
    }
    await saveEntries(db, reporter, id, [again], 'test')
    expect((await getUploadView(db, personOf(reporter), id, view.id)).mayUndo).toBe(false)
    expect(await codeOf(undoUpload(db, reporter, { requestRef: id, upload: view.id }, 'test'))).toBe('cell_changed')
  })

  it('keeps every version of its mapping, and refuses one that overtakes another or names what is not there', async () => {
    const list = await getTemplateList(db, personOf(planner), place)
    const workbook = list.versions[0]!.workbookId
    const { mapping } = await getWorkbookView(db, personOf(planner), { ...place, workbook })
    const save = (version: number, wanted = mapping) =>
      saveMapping(db, planner, { ...place, workbook }, { version, mapping: wanted }, 'test')
    await save(1)
    expect(await codeOf(save(1))).toBe('mapping_changed')
    const [sheet] = mapping.sheets
    const rows = sheet!.rows.map((line) => ({ ...line, unitId: 'lakeside/nobody' }))
    await expect(save(2, { sheets: [{ ...sheet!, rows }] })).rejects.toMatchObject({ code: 'mapping_wrong' })
    expect((await getTemplateList(db, personOf(planner), place)).versions.map(({ version }) => version)).toEqual([2, 1])
    expect((await getUploadList(db, personOf(reporter), id)).template?.version).toBe(2)
  })
})
