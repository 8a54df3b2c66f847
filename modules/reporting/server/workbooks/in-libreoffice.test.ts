import { join } from 'node:path'
import { actor, loadLakeside } from '@opensti/accounts/testing'
import { personOf } from '@opensti/kernel'
import { byAddress, readWorkbook } from '@opensti/office'
import { convert, SOFFICE } from '@opensti/office/testing'
import { loadRegions } from '@opensti/plans'
import { readRegions } from '@opensti/regions'
import { testDatabase } from '@opensti/testing'
import { unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { loadRounds } from '../load-rounds.ts'
import { readRounds } from '../read-rounds.ts'
import { fillForPeriod, fillForReturn } from './fill-workbook.ts'
import { loadWorkbooks } from './load-workbooks.ts'
import { readUpload } from './read-upload.ts'
import { openWorkbook } from './receive-workbook.ts'
import { getUploadView } from './upload-view.ts'

const regions = join(import.meta.dirname, '..', '..', '..', '..', 'regions')
const { db } = await testDatabase()
const why = SOFFICE ? '' : ' (not run: LibreOffice is not on this machine)'

/** Sheets, merged blocks, formulas and texts: what a person would miss. */
async function structureOf(bytes: Uint8Array) {
  const { sheets } = await readWorkbook({ name: '季报.xlsx', bytes })
  const charts = Object.keys(unzipSync(bytes)).filter((part) => /^xl\/charts\/chart\d+\.xml$/.test(part))
  return {
    charts: charts.length,
    sheets: sheets.map(({ name, merges, cells }) => ({
      name,
      merges: merges.map(({ top, left, bottom, right }) => `${top} ${left} ${bottom} ${right}`).sort(),
      formulas: cells.filter(({ hasFormula }) => hasFormula).map(({ address }) => address),
      texts: cells
        .filter(({ hasFormula, kind }) => !hasFormula && kind === 'text')
        .map(({ address, text }) => `${address} ${text}`),
      numbers: cells
        .filter(({ hasFormula, kind }) => !hasFormula && kind === 'number')
        .map(({ address, value }) => `${address} ${value}`),
    })),
  }
}

it.skipIf(!SOFFICE)(
  `the bureau's workbook, filled, is the same after LibreOffice has opened and saved it, and is read back from there${why}`,
  async () => {
    await loadRegions(
      db,
      readRegions(regions).map((reading) => reading.content),
    )
    await loadLakeside(db)
    await loadRounds(db, 'lakeside', readRounds(join(regions, 'lakeside')))
    await loadWorkbooks(db, 'lakeside', join(regions, 'lakeside'))

    const collated = await fillForPeriod(db, { regionId: 'lakeside', cycle: 'quarterly', period: '2026-Q2' })
    const saved = await convert(collated.bytes, 'xlsx', 'xlsx')
    expect(await structureOf(saved)).toEqual(await structureOf(collated.bytes))
    expect((await structureOf(saved)).charts).toBe(1)
    // Formulas follow the figures: 比上期增减 of high-tech enterprises.
    const cells = byAddress((await readWorkbook({ name: 'a.xlsx', bytes: saved })).sheets[0]!)
    const [now, before] = [cells.get('E15')?.value, cells.get('F15')?.value].map(Number)
    expect(cells.get('H15')?.value).toBe(now! - before!)

    const { id } = await db
      .selectFrom('reporting.request')
      .select('id')
      .where('period', '=', '2026-Q3')
      .where('unit_id', '=', 'lakeside/lakeside-human-resources')
      .executeTakeFirstOrThrow()
    const reporter = await actor(db, 'pan.yu')
    const own = await convert((await fillForReturn(db, id)).bytes, 'xlsx', 'xlsx')
    const { id: upload } = await readUpload(db, reporter, id, await openWorkbook('季报.xlsx', Buffer.from(own)), 'test')
    const view = await getUploadView(db, personOf(reporter), id, upload)
    expect([view.findings, view.changes, view.same]).toEqual([[], [], 2])
  },
  240_000,
)
