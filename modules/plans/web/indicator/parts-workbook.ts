import type { IndicatorView } from '../../contract.ts'
import type { Voice } from '../../portal/page.ts'
import { arrangeParts, partsWords } from '../../portal/parts/arrange-parts.ts'
import { periodText } from '../../portal/parts/figures.ts'

/** A workbook with each unit's figures as they stand on the screen: one sheet for each nature, figures as numbers. */
export async function partsWorkbook(view: IndicatorView, voice: Voice): Promise<ArrayBuffer> {
  const { text, say } = voice
  const { Workbook } = await import('exceljs')
  const workbook = new Workbook()
  workbook.title = say(view.name)
  for (const table of arrangeParts(view.parts)) {
    const { newest, periods, rows } = table
    const sheet = workbook.addWorksheet(
      `${text.natures[newest.nature]} ${newest.unit.replace(/[\\/?*[\]:]/g, ' ')}`.slice(0, 31),
    )
    sheet.columns = [
      { header: text.parts.unit, width: 36 },
      ...periods.map((one) => ({ header: `${periodText(one.period, voice)}（${one.unit}）`, width: 20 })),
      ...(newest.sum === null ? [] : [{ header: text.parts.share, width: 12 }]),
      { header: text.note, width: 40 },
    ]
    sheet.getRow(1).font = { bold: true }
    sheet.views = [{ state: 'frozen', ySplit: 1 }]
    for (const { unit, values, share } of rows) {
      const note = values[0]?.note
      const row = sheet.addRow([
        say(unit.name),
        ...values.map((value) => value?.value ?? null),
        ...(newest.sum === null ? [] : [share]),
        note ? say(note) : '',
      ])
      if (newest.sum !== null) row.getCell(periods.length + 2).numFmt = '0.0%'
    }
    if (newest.sum !== null) sheet.addRow([text.parts.sumOfAll, ...periods.map((one) => one.sum)]).font = { bold: true }
    sheet.addRow([])
    sheet.addRow([partsWords(table, view, voice).join(' ')])
  }
  return workbook.xlsx.writeBuffer()
}
