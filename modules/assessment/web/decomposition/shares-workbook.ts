import type { Bilingual } from '@opensti/kernel'
import type { DecompositionView } from '../../contract-decomposition.ts'

interface Words {
  t: (key: string, values?: Record<string, unknown>) => string
  say: (name: Bilingual) => string
  /** What the shares come to, in words. */
  lines: readonly string[]
}

/** The table of shares as a workbook; where shares add up, Excel adds them too. */
export async function sharesWorkbook(
  title: string,
  view: DecompositionView,
  { t, say, lines }: Words,
): Promise<ArrayBuffer> {
  const { Workbook } = await import('exceljs')
  const workbook = new Workbook()
  workbook.title = title
  const sheet = workbook.addWorksheet(t('shares.title'))
  sheet.columns = [{ width: 32 }, { width: 14 }, { width: 14 }, { width: 14 }, { width: 16 }]
  sheet.addRow([title]).font = { bold: true, size: 14 }
  sheet.addRow([t('shares.whole'), Number(view.whole), view.unit])
  sheet.addRow([])
  const heads = [
    t('shares.receiver'),
    t('shares.amount'),
    t('shares.weight'),
    t('shares.progress'),
    t('shares.receipt'),
  ]
  sheet.addRow(heads).font = { bold: true }
  const first = sheet.rowCount + 1
  for (const share of view.shares) {
    sheet.addRow([
      say(share.receiver.name),
      share.amount === null ? null : Number(share.amount),
      share.weight === null ? null : Number(share.weight),
      share.progress ? Number(share.progress.value) : null,
      share.confirmedBy ? say(share.confirmedBy) : '',
    ])
  }
  const last = sheet.rowCount
  if (view.rule === 'sum' && last >= first)
    sheet.addRow([t('shares.sum'), { formula: `SUM(B${first}:B${last})` }]).font = { bold: true }
  sheet.addRow([])
  for (const line of [...lines, ...(view.difference ? [view.difference] : []), view.document ?? ''])
    sheet.addRow([line])
  return workbook.xlsx.writeBuffer()
}
