import type { Bilingual, Language } from '@opensti/kernel'
import { formatMoment } from '@opensti/ui'
import type { RequestSummary } from '../../contract.ts'
import { requestLife } from '../../domain/request-life.ts'

interface Words {
  t: (key: string, values?: Record<string, unknown>) => string
  say: (name: Bilingual) => string
  language: Language
}

/** How the units stand, as a workbook to be passed on. */
export async function periodWorkbook(
  title: string,
  rows: readonly RequestSummary[],
  { t, say, language }: Words,
): Promise<ArrayBuffer> {
  const { Workbook } = await import('exceljs')
  const workbook = new Workbook()
  workbook.title = title
  const sheet = workbook.addWorksheet(t('period.title'))
  sheet.columns = [
    { header: t('unit'), width: 34 },
    { header: t('stateHead'), width: 14 },
    { header: t('period.lateHead'), width: 10 },
    { header: t('holder'), width: 30 },
    { header: t('sinceHead'), width: 20 },
    { header: t('period.filledCells'), width: 10 },
    { header: t('period.cells'), width: 10 },
    { header: t('reason'), width: 50 },
  ]
  sheet.getRow(1).font = { bold: true }
  sheet.views = [{ state: 'frozen', ySplit: 1 }]
  for (const one of rows) {
    const holders = [...one.heldBy.map(({ name }) => say(name)), ...one.waitsFor.map(say)]
    sheet.addRow([
      say(one.unit.name),
      say(requestLife.states[one.state]),
      one.late ? t('period.yes') : '',
      holders.join(t('list')),
      formatMoment(one.since, language, { short: true }),
      one.filled,
      one.cells,
      one.sentBackBecause ?? '',
    ])
  }
  return workbook.xlsx.writeBuffer()
}
