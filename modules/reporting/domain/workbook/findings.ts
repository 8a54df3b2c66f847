import type { Bilingual } from '@opensti/kernel'
import { addressOf, columnName } from '@opensti/office/addresses'
import type { Finding } from '../../contract-workbooks.ts'
import type { SumFault } from './check-sums.ts'
import type { FigureFault, ReadingNote } from './read-figure-cell.ts'

/** What is wrong with an uploaded workbook, where, and what to do: said by row and column as people speak of a sheet. */

interface Place {
  sheet: string
  row: number
  column: number
  shown: string
}

type Words = (given: {
  shown: string
  measure: string
  written: string | null
  suggestion: string | null
}) => [Bilingual, Bilingual]

const write = (suggestion: string | null): Bilingual =>
  suggestion === null
    ? { zh: '请只写数字。', en: 'Write the number alone.' }
    : { zh: `如果是 ${suggestion}，请只写“${suggestion}”。`, en: `If it is ${suggestion}, write ${suggestion} alone.` }

const faultWords: Record<FigureFault, Words> = {
  'not-a-number': () => [{ zh: '不是数', en: 'is no number' }, write(null)],
  approximate: ({ suggestion }) => [
    { zh: '是约数，报表要准数', en: 'is an approximation; the return wants the figure' },
    {
      zh: `${write(suggestion).zh}要说明估计的，写在报表的备注里。`,
      en: `${write(suggestion).en} Say in the note of the return that it is estimated.`,
    },
  ],
  'unit-in-cell': ({ measure, suggestion }) => [
    { zh: `带有别的单位，这一格按“${measure}”填`, en: `carries another unit; this cell is in ${measure}` },
    write(suggestion),
  ],
  'measure-differs': ({ measure, written }) => [
    {
      zh: `表上的单位“${written}”换算不成指标的单位“${measure}”`,
      en: `is in ${written}, which cannot be turned into ${measure}`,
    },
    { zh: '请汇总单位改正模板上的单位。', en: 'Ask the lead bureau to correct the measure in the template.' },
  ],
  'error-value': () => [
    { zh: '是公式的错误值', en: 'is the error of a formula' },
    { zh: '请改正公式，或直接写数字。', en: 'Correct the formula, or write the number.' },
  ],
  'formula-blank': () => [
    { zh: '是还没有算出结果的公式', en: 'is a formula without a result' },
    {
      zh: '请在 Excel 或 WPS 中打开并保存一次，再上传。',
      en: 'Open the file in Excel or WPS, save it once, and upload it again.',
    },
  ],
  'a-date': () => [
    { zh: '被当成了日期', en: 'was taken for a date' },
    { zh: '请把单元格格式改为“数值”，重新填写。', en: 'Set the format of the cell to number and write it again.' },
  ],
  'too-large': () => [
    { zh: '太大，超过 15 位', en: 'is too large, over 15 digits' },
    { zh: '请核对数和单位。', en: 'Check the figure and its unit.' },
  ],
  'percent-of-other': ({ measure }) => [
    { zh: `显示为百分数，这一格按“${measure}”填`, en: `is shown as a percentage; this cell is in ${measure}` },
    { zh: '请把单元格格式改为“数值”，重新填写。', en: 'Set the format of the cell to number and write it again.' },
  ],
}

/** "第 7 行 C 列「约 1,200」：" */
function at({ row, column, shown }: Place): Bilingual {
  const name = columnName(column)
  const short = shown.length > 40 ? `${shown.slice(0, 40)}…` : shown
  return { zh: `第 ${row} 行 ${name} 列「${short}」：`, en: `Row ${row}, column ${name} “${short}”: ` }
}

function finding(
  level: Finding['level'],
  code: string,
  place: Place | { sheet: string },
  message: Bilingual,
  remedy: Bilingual | null,
): Finding {
  const spot = 'row' in place ? { row: place.row, column: place.column, address: addressOf(place) } : null
  const from = 'row' in place ? at(place) : { zh: '', en: '' }
  return {
    level,
    code,
    sheet: place.sheet,
    row: spot?.row ?? null,
    column: spot?.column ?? null,
    address: spot?.address ?? null,
    message: { zh: `${from.zh}${message.zh}。`, en: `${from.en}${message.en}.` },
    remedy,
  }
}

export function figureFinding(
  fault: FigureFault,
  place: Place,
  given: { measure: string; written: string | null; suggestion: string | null },
): Finding {
  const [message, remedy] = faultWords[fault]({ ...given, shown: place.shown })
  return finding('error', fault, place, message, remedy)
}

const noteWords: Record<ReadingNote, Bilingual> = {
  'full-width': { zh: '是全角数字，已按半角读', en: 'is in full-width digits and was read as a number' },
  'as-text': { zh: '是文本格式的数，已按数读', en: 'is a number kept as text and was read as a number' },
  'unit-written': { zh: '带着单位，已去掉', en: 'carries its unit, which was left out' },
  rounded: { zh: '小数超过六位，已四舍五入到六位', en: 'has more than six decimals and was rounded to six' },
}

/** One note for a cell, the strangest thing about it. */
export function noteFinding(notes: readonly ReadingNote[], place: Place): Finding[] {
  const worth = notes.find((note) => note !== 'as-text') ?? notes[0]
  return worth ? [finding('note', worth, place, noteWords[worth], null)] : []
}

export function sumFinding(fault: SumFault, place: Place): Finding {
  const { stands, against, difference, whole } = fault
  switch (fault.code) {
    case 'total-differs':
      return finding(
        'error',
        fault.code,
        place,
        {
          zh: `合计 ${stands}，各项相加是 ${against}，差 ${difference}`,
          en: `the total is ${stands}, its parts add up to ${against}, a difference of ${difference}`,
        },
        { zh: '请核对各项和合计。', en: 'Check the parts and the total.' },
      )
    case 'part-exceeds-whole':
      return finding(
        'error',
        fault.code,
        place,
        {
          zh: `“其中”数 ${stands} 大于总数 ${against}（${whole?.trim()}），多 ${difference}`,
          en: `this part, ${stands}, is larger than its whole, ${against} (${whole?.trim()}), by ${difference}`,
        },
        { zh: '请核对“其中”数和总数。', en: 'Check the part and the whole.' },
      )
    case 'parts-exceed-whole':
      return finding(
        'error',
        fault.code,
        place,
        {
          zh: `总数 ${stands}，各“其中”数相加是 ${against}，多 ${difference}`,
          en: `the whole is ${stands}, its parts add up to ${against}, ${difference} too much`,
        },
        { zh: '请核对“其中”数和总数。', en: 'Check the parts and the whole.' },
      )
  }
}

/** Things that are about the workbook and not about one figure. */
export const sheetFindings = {
  sheetMissing: (sheet: string) =>
    finding(
      'error',
      'sheet-missing',
      { sheet },
      { zh: `没有工作表“${sheet}”`, en: `There is no sheet “${sheet}”` },
      {
        zh: '工作表可能改了名；请改回原名，或重新下载本期工作簿来填。',
        en: 'It may have been renamed: give it its old name, or fill in a freshly downloaded workbook.',
      },
    ),
  lineMissing: (sheet: string, label: string, isRow: boolean) =>
    finding(
      'error',
      'line-missing',
      { sheet },
      {
        zh: `找不到${isRow ? '行' : '列'}“${label.trim()}”`,
        en: `The ${isRow ? 'row' : 'column'} “${label.trim()}” is not there`,
      },
      {
        zh: '可能被删掉或改了名；请恢复，或重新下载本期工作簿来填。',
        en: 'It may have been removed or renamed: put it back, or fill in a freshly downloaded workbook.',
      },
    ),
  linesMoved: (sheet: string, count: number) =>
    finding(
      'note',
      'lines-moved',
      { sheet },
      {
        zh: `有 ${count} 行或列挪了位置，已按名称找到`,
        en: `${count} rows or columns have moved and were found by name`,
      },
      null,
    ),
  wrongUnit: (place: Place, unit: Bilingual) =>
    finding(
      'error',
      'wrong-unit',
      place,
      { zh: `填报单位不是${unit.zh}`, en: `this is not the workbook of ${unit.en}` },
      { zh: '请检查是否拿错了文件。', en: 'Check that it is the right file.' },
    ),
  wrongPeriod: (place: Place, found: Bilingual, wanted: Bilingual) =>
    finding(
      'error',
      'wrong-period',
      place,
      {
        zh: `这是${found.zh}的表，这份报表要的是${wanted.zh}`,
        en: `this is for ${found.en}; the return is for ${wanted.en}`,
      },
      { zh: '请检查是否拿错了文件。', en: 'Check that it is the right file.' },
    ),
  noFigure: (place: Place) =>
    finding(
      'warning',
      'no-figure',
      place,
      { zh: '表示没有数，没有读入', en: 'stands for no figure and was not read' },
      {
        zh: '请在报表上这一格说明没有数的原因。',
        en: 'Say in this cell of the return why there is no figure.',
      },
    ),
  leftEmpty: (place: Place, kept: string) =>
    finding(
      'warning',
      'left-empty',
      place,
      { zh: `空着，报表上原来的 ${kept} 保留`, en: `is empty; ${kept} stays in the return` },
      { zh: '要清空这一格，请在报表上改。', en: 'To clear it, do so in the return itself.' },
    ),
  notMapped: (place: Place) =>
    finding(
      'warning',
      'not-mapped',
      place,
      { zh: '填了数，但没有对应的指标，不读入', en: 'has a figure, but stands for no indicator and is not read' },
      {
        zh: '要报这个数，请汇总单位在模板上对应好指标。',
        en: 'If it is to be reported, ask the lead bureau to map this cell.',
      },
    ),
  otherPeriod: (place: Place, known: string | null) =>
    finding(
      known === null ? 'note' : 'warning',
      'other-period',
      place,
      known === null
        ? { zh: '不是本期的数，不读入', en: 'is not of this period and is not read' }
        : {
            zh: `不是本期的数，报表里是 ${known}，不读入`,
            en: `is not of this period, where ${known} stands; it is not read`,
          },
      { zh: '要改已锁定的数，请用“更正”。', en: 'Correct a locked figure by a correction.' },
    ),
  twoFigures: (place: Place, other: string) =>
    finding(
      'error',
      'two-figures',
      place,
      { zh: `与 ${other} 是同一个指标，数却不同`, en: `is the same indicator as ${other}, with another figure` },
      { zh: '请改成同一个数。', en: 'Make the two alike.' },
    ),
}
