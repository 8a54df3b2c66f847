import type { Bilingual } from '@opensti/kernel'
import type { AssessmentView } from '../../contract.ts'

interface Words {
  t: (key: string, values?: Record<string, unknown>) => string
  say: (name: Bilingual) => string
}

/** The units with their scores as far as the reader sees them, as a workbook to be passed on. */
export async function resultWorkbook(view: AssessmentView, { t, say }: Words): Promise<ArrayBuffer> {
  const { Workbook } = await import('exceljs')
  const workbook = new Workbook()
  workbook.title = view.title
  const sheet = workbook.addWorksheet(t('one.results'))
  sheet.columns = [{ width: 8 }, { width: 32 }, { width: 12 }, { width: 14 }, { width: 14 }]
  sheet.addRow([view.title]).font = { bold: true, size: 14 }
  sheet.addRow([view.document])
  sheet.addRow([t('one.place'), t('one.unit'), t('one.total'), t('one.grade'), t('one.veto')]).font = { bold: true }
  for (const one of view.units) {
    const row = sheet.addRow([
      one.place,
      say(one.unit.name),
      one.total === null ? null : Number(one.total),
      one.grade ? say(one.grade) : '',
      one.vetoed ? t('one.veto') : '',
    ])
    row.getCell(3).numFmt = `0.${'0'.repeat(view.formula.decimals)}`
  }
  sheet.addRow([t('one.ties')])
  return workbook.xlsx.writeBuffer()
}
