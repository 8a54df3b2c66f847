import type { Bilingual } from '@opensti/kernel'
import type { ItemSummary } from '../../contract.ts'
import { itemLife } from '../../domain/item-life.ts'

interface Words {
  t: (key: string, values?: Record<string, unknown>) => string
  say: (name: Bilingual) => string
  standing: (one: ItemSummary) => string[]
}

/** The list as a workbook to be passed on, in the order of the screen. */
export async function itemsWorkbook(items: readonly ItemSummary[], { t, say, standing }: Words): Promise<ArrayBuffer> {
  const { Workbook } = await import('exceljs')
  const workbook = new Workbook()
  workbook.title = t('list.title')
  const sheet = workbook.addWorksheet(t('list.title'))
  sheet.columns = [
    { header: t('columns.number'), width: 16 },
    { header: t('columns.title'), width: 44 },
    { header: t('list.source'), width: 12 },
    { header: t('columns.source'), width: 36 },
    { header: t('columns.lead'), width: 24 },
    { header: t('columns.coop'), width: 40 },
    { header: t('columns.firstDue'), width: 12 },
    { header: t('columns.due'), width: 12 },
    { header: t('columns.standing'), width: 36 },
    { header: t('columns.steps'), width: 8 },
    { header: t('columns.state'), width: 10 },
  ]
  sheet.getRow(1).font = { bold: true }
  sheet.views = [{ state: 'frozen', ySplit: 1 }]
  for (const one of items) {
    sheet.addRow([
      one.number,
      one.title,
      t(`source.${one.sourceKind}`),
      one.sourceName,
      say(one.leadUnit.name),
      one.coopUnits.map(({ name }) => say(name)).join(t('listMark')),
      one.firstDue,
      one.dueDay,
      [t(`light.${one.light}`), ...standing(one)].join(t('listMark')),
      `${one.stepsDone}/${one.steps}`,
      say(itemLife.states[one.state]),
    ])
  }
  return workbook.xlsx.writeBuffer()
}
