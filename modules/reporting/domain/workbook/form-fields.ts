import type { FormField } from '../../contract-workbooks.ts'
import type { GridCell, GridLook } from './sheet-grid.ts'

/** The lines around a form, by the words that bureaus use for them; longer words first. */
const words: readonly (readonly [FormField['field'], string])[] = [
  ['leader', '单位负责人|部门负责人|主要负责人|分管负责人|分管领导|负责人|签发人'],
  ['unit', '填报单位|报送单位|填表单位|上报单位|单位名称'],
  ['preparer', '填表人|填报人|制表人|经办人'],
  ['checker', '审核人|复核人|校核人'],
  ['phone', '联系电话|办公电话|联系方式|电话'],
  ['day', '填报日期|填表日期|报送日期|报出日期|上报日期|填报时间|日期'],
  ['period', '报告期别|报告期|统计期|期别'],
]
const label = new RegExp(
  `(${words.map(([, alternatives]) => alternatives).join('|')})(?:[（(](?:签名|签字|盖章|签章|公章)[)）])?\\s*[:：]`,
  'g',
)

function fieldOf(word: string): FormField['field'] {
  return words.find(([, alternatives]) => alternatives.split('|').includes(word))![0]
}

/** What stands behind each label of a text: "填表人：陈梅　电话：" gives 陈梅 and nothing. */
export function readLabels(text: string): { field: FormField['field']; value: string; from: number; until: number }[] {
  const found = [...text.matchAll(label)]
  return found.map((match, i) => {
    const from = match.index + match[0].length
    const until = found[i + 1]?.index ?? text.length
    return { field: fieldOf(match[1]!), value: text.slice(from, until).trim(), from, until }
  })
}

/** The same text with new words behind some labels; blanks stay between one label's words and the next label. */
export function fillLabels(text: string, values: Partial<Record<FormField['field'], string>>): string {
  let filled = ''
  let at = 0
  for (const { field, from, until } of readLabels(text)) {
    const value = values[field]
    if (value === undefined) continue
    filled += text.slice(at, from) + value + (until < text.length ? '　　' : '')
    at = until
  }
  return filled + text.slice(at)
}

/** A period as headings write it, with its year or with blanks for it. */
const periodPhrase =
  /(?:20\d{2}|[×Xx_＿\s　]{1,6})\s*年\s*(?:(?:第\s*)?[一二三四1-4×Xx_＿\s　]{0,4}\s*季度|\d{1,2}\s*[-—–~至]\s*\d{1,2}\s*月|[\d×Xx_＿\s　]{1,4}月|[上下]半年|度)/

export function findPeriodPhrase(text: string): { from: number; until: number } | null {
  const found = periodPhrase.exec(text)
  return found ? { from: found.index, until: found.index + found[0].length } : null
}

/** Finds the lines 填表人, 审核人, 填报单位, 电话, 日期, and the heading that names the period. */
export function findFields(look: GridLook, cells: readonly GridCell[], headTop: number): FormField[] {
  const fields: FormField[] = []
  for (const cell of cells) {
    if (cell.kind !== 'text' || cell.text.length > 300) continue
    const place = { row: cell.row, column: cell.column }
    const labels = readLabels(cell.text)
    for (const { field, value } of labels) {
      if (fields.some((one) => one.field === field)) continue
      const beside = value === '' && labels.length === 1 ? placeBeside(look, cell) : null
      fields.push({ field, ...place, intoRow: beside?.row ?? cell.row, intoColumn: beside?.column ?? cell.column })
    }
    const isHeading = cell.row < headTop && !fields.some(({ field }) => field === 'period')
    if (isHeading && findPeriodPhrase(cell.text))
      fields.push({ field: 'period', ...place, intoRow: cell.row, intoColumn: cell.column })
  }
  return fields.slice(0, 60)
}

/** The place to the right of a label, when no other label stands there. */
function placeBeside(look: GridLook, cell: GridCell): { row: number; column: number } | null {
  let column = cell.column + 1
  while (column < cell.column + 40) {
    const origin = look.origin(cell.row, column)
    if (origin.row !== cell.row || origin.column !== cell.column) break
    column += 1
  }
  const origin = look.origin(cell.row, column)
  const next = look.at(origin.row, origin.column)
  if (origin.row !== cell.row || next?.hasFormula || (next && readLabels(next.text).length > 0)) return null
  return origin
}
