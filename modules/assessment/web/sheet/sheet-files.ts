import type { Bilingual } from '@opensti/kernel'
import type { SheetView } from '../../contract.ts'

interface Words {
  t: (key: string, values?: Record<string, unknown>) => string
  say: (name: Bilingual) => string
}

/** Formula, figures and score as JSON, complete enough to be worked out by another program. */
export function sheetJson({ title, period, unit, formula, digest, inputs, sheet }: SheetView): string {
  return `${JSON.stringify({ title, period, unit, formula, digest, inputs, sheet }, null, 2)}\n`
}

/** The lines as CSV that spreadsheets open: with a byte order mark, quoted, and nothing that begins like a formula. */
export function sheetCsv(view: SheetView, { t, say }: Words): string {
  const heads = ['item', 'weight', 'target', 'achieved', 'ratio', 'points'].map((key) => t(`sheet.${key}`))
  const rows = view.formula.parts.map((part) => {
    const input = view.inputs.find(({ code }) => code === part.code)
    const line = view.sheet?.lines.find(({ code }) => code === part.code)
    return [
      say(part.names),
      part.weight,
      input?.target ?? '',
      input?.value ?? input?.points ?? '',
      line?.ratio ?? '',
      line?.points ?? '',
    ]
  })
  const lost = view.formula.deductions.map((one) => {
    const done = view.sheet?.deductions.find(({ code }) => code === one.code)
    return [say(one.names), '', '', String(done?.times ?? 0), '', done ? `-${done.points}` : '0']
  })
  const all = [heads, ...rows, ...lost, [t('sheet.sum'), '', '', '', '', view.sheet?.total ?? '']]
  return `\uFEFF${all.map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`
}

function quoted(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text
  return `"${safe.replaceAll('"', '""')}"`
}

/** The sheet as a workbook whose formulas are the published ones: change a figure, and Excel works out the score. */
export async function sheetWorkbook(view: SheetView, { t, say }: Words): Promise<ArrayBuffer> {
  const { Workbook } = await import('exceljs')
  const workbook = new Workbook()
  const sheet = workbook.addWorksheet(t('one.sheet'))
  sheet.columns = [
    { width: 30 },
    { width: 10 },
    { width: 12 },
    { width: 12 },
    { width: 12 },
    { width: 12 },
    { width: 12 },
  ]
  sheet.addRow([say(view.unit.name)]).font = { bold: true, size: 14 }
  sheet.addRow([view.title])
  const heads = ['item', 'weight', 'target', 'achieved', 'ratio', 'points'].map((key) => t(`sheet.${key}`))
  sheet.addRow([...heads, t('sheet.applies')]).font = { bold: true }
  const first = sheet.rowCount + 1
  const last = first + view.formula.parts.length - 1
  for (const part of view.formula.parts) sheet.addRow(partRow(view, part, sheet.rowCount + 1, { first, last, say }))
  const lostFrom = sheet.rowCount + 1
  for (const one of view.formula.deductions) {
    const row = sheet.rowCount + 1
    const times = view.inputs.find(({ code }) => code === one.code)?.times ?? 0
    const points = `-ROUND(MIN(${one.most},${one.points}*D${row}),${view.formula.decimals})`
    sheet.addRow([say(one.names), null, null, times, null, { formula: points }])
  }
  const lostTo = sheet.rowCount
  const lost = lostTo >= lostFrom ? `+SUM(F${lostFrom}:F${lostTo})` : ''
  const total = { formula: `MAX(0,SUM(F${first}:F${last})${lost})` }
  sheet.addRow([t('sheet.sum'), null, null, null, null, total]).font = { bold: true }
  return workbook.xlsx.writeBuffer()
}

interface Place {
  first: number
  last: number
  say: (name: Bilingual) => string
}

/** One part: what it weighs, target, figure, share, points, and whether it applies, with the published rule as formulas. */
function partRow(view: SheetView, part: SheetView['formula']['parts'][number], row: number, place: Place) {
  const { measure, weight } = part
  const input = view.inputs.find(({ code }) => code === part.code)
  const applies = input?.applies ?? true
  const spread = `B${row}*SUM(B$${place.first}:B$${place.last})/SUMIF(G$${place.first}:G$${place.last},1,B$${place.first}:B$${place.last})`
  const number = (text: string | null | undefined) => (text == null ? null : Number(text))
  if (measure.kind === 'judged') {
    const points = `IF(G${row}=1,ROUND(${spread}*D${row}/B${row},${view.formula.decimals}),0)`
    return [
      place.say(part.names),
      Number(weight),
      null,
      number(input?.points),
      null,
      { formula: points },
      applies ? 1 : 0,
    ]
  }
  const [top, bottom] = measure.direction === 'higher' ? ['D', 'C'] : ['C', 'D']
  const best = measure.kind === 'proportional' ? measure.cap : (measure.steps[0]?.from ?? '1')
  const ratio = `IF(G${row}=1,IF(${bottom}${row}=0,${best},ROUND(${top}${row}/${bottom}${row},4)),0)`
  const counted =
    measure.kind === 'proportional'
      ? `MAX(0,MIN(${measure.cap},E${row}))`
      : measure.steps.reduceRight((rest, { from, counts }) => `IF(E${row}>=${from},${counts},${rest})`, '0')
  return [
    place.say(part.names),
    Number(weight),
    number(input?.target),
    number(input?.value),
    { formula: ratio },
    { formula: `IF(G${row}=1,ROUND(${spread}*${counted},${view.formula.decimals}),0)` },
    applies ? 1 : 0,
  ]
}
