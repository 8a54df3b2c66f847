import { AppError, type Bilingual, type ErrorDetail } from '@opensti/kernel'
import { columnName, findSpot } from './addresses.ts'

const resave: Bilingual = {
  zh: '请在 Excel 或 WPS 中打开后另存为 .xlsx，再上传。',
  en: 'Open it in Excel or WPS, save it as .xlsx, then upload it.',
}

/** Every reason for which a workbook is not read or not written, with what the person can do about it. */
const REFUSALS = {
  workbook_empty: [{ zh: '文件是空的。', en: 'The file is empty.' }, resave],
  workbook_too_large: [
    { zh: '文件超过了可以读取的大小。', en: 'The file is larger than can be read.' },
    {
      zh: '请删除图片和不用的工作表，或拆成几个文件再上传。',
      en: 'Remove pictures and sheets that are not needed, or split the file.',
    },
  ],
  workbook_type_unknown: [{ zh: '这不是 .xlsx 工作簿。', en: 'This is not an .xlsx workbook.' }, resave],
  workbook_old: [
    {
      zh: '这是旧版 .xls、.et 或二进制 .xlsb 工作簿，不能读取。',
      en: 'This is an old .xls or .et, or a binary .xlsb workbook, which cannot be read.',
    },
    resave,
  ],
  workbook_encrypted: [
    { zh: '工作簿设有打开密码，无法读取。', en: 'The workbook is protected by a password and cannot be read.' },
    { zh: '请去掉打开密码后另存，再上传。', en: 'Save it without the password, then upload it.' },
  ],
  workbook_macros: [
    {
      zh: '工作簿带有宏、控件或动态数据交换，为安全起见不读取。',
      en: 'The workbook contains macros, controls or data exchange with other programs, and is not read, for safety.',
    },
    {
      zh: '请另存为不含宏的 .xlsx，再上传。',
      en: 'Save it as .xlsx without macros, then upload it.',
    },
  ],
  workbook_bomb: [
    {
      zh: '压缩内容展开后大得异常，可能是恶意文件。',
      en: 'The compressed content unfolds to an abnormal size; the file may be malicious.',
    },
    resave,
  ],
  workbook_paths: [
    {
      zh: '压缩包内的文件名不正常，可能是恶意文件。',
      en: 'Names inside the archive are not those of a workbook; the file may be malicious.',
    },
    resave,
  ],
  workbook_damaged: [
    { zh: '文件损坏或不完整，无法读取。', en: 'The file is damaged or incomplete and cannot be read.' },
    resave,
  ],
  workbook_too_many_cells: [
    { zh: '单元格太多，超过了可以读取的数量。', en: 'There are more cells than can be read.' },
    {
      zh: '请删除不用的行和工作表，或拆成几个文件再上传。',
      en: 'Remove rows and sheets that are not needed, or split the file.',
    },
  ],
  workbook_too_hard: [
    {
      zh: '处理这个工作簿用了太多时间或内存，已停止。',
      en: 'This workbook took too much time or memory and was stopped.',
    },
    { zh: '请拆成较小的文件再上传。', en: 'Split it into smaller files.' },
  ],
  sheet_unknown: [
    { zh: '工作簿中没有这个工作表。', en: 'The workbook has no sheet of this name.' },
    {
      zh: '工作表可能已改名；请改回原名，或重新对应单元格。',
      en: 'It may have been renamed: give it its old name, or map the cells again.',
    },
  ],
  cell_address_wrong: [
    { zh: '单元格地址不正确。', en: 'This is no address of a cell.' },
    { zh: '请使用“B12”这样的地址。', en: 'Use an address such as B12.' },
  ],
  cell_value_wrong: [
    {
      zh: '单元格的值不能写入：数字须有限，文字不超过 32767 个字符。',
      en: 'The value cannot be written: numbers must be finite, texts at most 32,767 characters.',
    },
    { zh: '请更正该值。', en: 'Correct the value.' },
  ],
  cell_is_formula: [
    { zh: '单元格里是公式，没有覆盖。', en: 'The cell holds a formula and was not overwritten.' },
    {
      zh: '请改为对应填数的单元格，或明确选择覆盖公式。',
      en: 'Map a cell that is meant to be filled in, or choose to overwrite formulas.',
    },
  ],
  cell_in_shared_formula: [
    {
      zh: '单元格的公式由其他单元格共用，不能单独覆盖。',
      en: 'Other cells lean on the formula of this cell; it cannot be overwritten alone.',
    },
    {
      zh: '请在 Excel 或 WPS 中先清除整片公式。',
      en: 'Clear the whole block of formulas in Excel or WPS first.',
    },
  ],
  cell_is_merged: [
    {
      zh: '单元格被合并在另一个单元格里，写入后看不到。',
      en: 'The cell is merged into another one; what is written there would not be seen.',
    },
    { zh: '请改用合并区域左上角的单元格。', en: 'Use the top left cell of the merged range.' },
  ],
  cell_is_table_heading: [
    {
      zh: '单元格是表格（列表对象）的标题，改写会损坏工作簿。',
      en: 'The cell is the heading of a table object; overwriting it would damage the workbook.',
    },
    { zh: '请改用标题以下的单元格。', en: 'Use a cell below the heading.' },
  ],
} as const satisfies Record<string, readonly [Bilingual, Bilingual]>

export type RefusalCode = keyof typeof REFUSALS

/** A reason and the cell it is about. */
export interface CellFault {
  code: RefusalCode
  sheet: string
  address: string
}

/** A refusal found in the child process; it crosses the border as its code and its cells. */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly cells: readonly CellFault[]

  constructor(code: RefusalCode, more: { cause?: unknown; cells?: readonly CellFault[] } = {}) {
    super(code, { cause: more.cause })
    this.code = code
    this.cells = more.cells ?? []
  }
}

/** The refusal as advice, with the name of the file and, where cells are at fault, one detail for each of them. */
export function refuse({ code, cells, cause }: Refusal, file: string): AppError {
  const [text, remedy] = REFUSALS[code]
  const details = cells.length > 0 ? cells.map((cell) => detailOf(cell, file)) : [{ message: text, place: { file } }]
  const said = cells.length > 0 ? details[0]!.message : text
  const named = file === '' ? said : { zh: `${file}：${said.zh}`, en: `${file}: ${said.en}` }
  return new AppError('unprocessable', code, named, { remedy, details, cause })
}

function detailOf({ code, sheet, address }: CellFault, file: string): ErrorDetail {
  const [text] = REFUSALS[code]
  const spot = findSpot(address)
  return {
    message: {
      zh: `工作表“${sheet}”单元格 ${address}：${text.zh}`,
      en: `Sheet “${sheet}”, cell ${address}: ${text.en}`,
    },
    place: { file, ...(spot && { row: spot.row, column: columnName(spot.column) }) },
  }
}
