import { findSpot } from '@opensti/office/addresses'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { WorkbookMapping } from '../../contract-workbooks.ts'
import { asked, gridOf } from '../../testing/forms.ts'
import { type Filling, fillCells } from './fill-cells.ts'
import { proposeMapping } from './propose-mapping.ts'
import { type ReturnToFill, readBack } from './read-back.ts'
import type { GridCell, SheetGrid } from './sheet-grid.ts'

const unit = 'yunxi/science'
const units = [
  { id: unit, names: ['云溪市科技局', '市科技局'] },
  { id: 'yunxi/finance', names: ['云溪市财政局', '市财政局'] },
]
const lines = [
  asked('firms', '高新技术企业数', '家'),
  asked('contracts', '技术合同成交额', '亿元'),
  asked('patents', '发明专利授权量', '件'),
  asked('share', '高技术制造业占比', '%'),
  asked('rd', '研发经费支出', '亿元'),
]
const context = { lines, units, frequency: 'quarterly' as const }

/** A sheet after cells have been written into it. */
function written(grid: SheetGrid, cells: ReturnType<typeof fillCells>): SheetGrid {
  const places = new Set(cells.map(({ address }) => address))
  const spotKey = (cell: GridCell) => `${String.fromCharCode(64 + cell.column)}${cell.row}`
  const kept = grid.cells.filter((cell) => !places.has(spotKey(cell)))
  const added = cells.flatMap(({ address, value }): GridCell[] => {
    const spot = findSpot(address)!
    if (value === null) return []
    const kind = typeof value === 'number' ? 'number' : 'text'
    return [{ ...spot, kind, value, text: String(value), hasFormula: false, isPercent: false }]
  })
  return { ...grid, cells: [...kept, ...added].sort((a, b) => a.row - b.row || a.column - b.column) }
}

const reporters = new Map(lines.map(({ indicatorId, nature }) => [`${indicatorId} ${nature}`, [unit]]))

function filling(values: ReadonlyMap<string, string>): Filling {
  return {
    period: '2026-Q3',
    frequency: 'quarterly',
    reporters,
    unitId: unit,
    measures: new Map(lines.map(({ indicatorId, measure }) => [indicatorId, measure])),
    figure: (period, _unit, indicator) => (period === '2026-Q3' ? (values.get(indicator) ?? null) : null),
    fields: { preparer: '安然', unit: '云溪市科技局' },
  }
}

function into(values: ReadonlyMap<string, string>): ReturnToFill {
  return {
    unit: { id: unit, name: { zh: '云溪市科技局', en: 'Yunxi' }, names: ['云溪市科技局'] },
    period: '2026-Q3',
    frequency: 'quarterly',
    reporters,
    earlier: new Map(),
    entries: lines.map(({ indicatorId, nature, measure }) => ({
      indicatorId,
      nature,
      measure,
      value: values.get(indicatorId) ?? null,
    })),
  }
}

const figure = fc.integer({ min: 0, max: 99_999_999 }).map((digits) => String(digits / 100))
const figures = fc.record(Object.fromEntries(lines.map(({ indicatorId }) => [indicatorId, figure])))
const decoration = fc.record({
  above: fc.integer({ min: 0, max: 3 }),
  left: fc.boolean(),
  measures: fc.constantFrom('column', 'brackets', 'none'),
  numbers: fc.boolean(),
  order: fc.shuffledSubarray(lines, { minLength: lines.length }),
  otherColumns: fc.boolean(),
})

/** A form as some bureau might draw it up. */
function formOf(style: typeof decoration extends fc.Arbitrary<infer T> ? T : never): SheetGrid {
  const lead = style.left ? ['序号'] : []
  const head = [
    ...lead,
    '指标名称',
    ...(style.measures === 'column' ? ['计量单位'] : []),
    ...(style.otherColumns ? ['上期'] : []),
    '本期',
  ]
  const body = style.order.map(({ indicator, measure }, i) => {
    const name = `${style.numbers ? `${i + 1}. ` : ''}${indicator.zh}${style.measures === 'brackets' ? `（${measure}）` : ''}`
    return [...(style.left ? [String(i + 1)] : []), name, ...(style.measures === 'column' ? [measure] : [])]
  })
  const title = Array.from({ length: style.above }, (_, i) => [i === 0 ? '云溪市科技创新季报' : '2026年第三季度'])
  return gridOf([...title, head, ...body, ['注：逐项填写'], ['填表人：　　审核人：']])
}

describe('a form drawn up in any way', () => {
  it('has a place for every figure', () => {
    fc.assert(
      fc.property(decoration, (style) => {
        const { sheets } = proposeMapping([formOf(style)], context)
        const placed = sheets[0]?.rows.map(({ indicatorId }) => indicatorId).filter(Boolean)
        expect(new Set(placed)).toEqual(new Set(lines.map(({ indicatorId }) => indicatorId)))
        expect(sheets[0]?.columns.filter(({ period }) => period === 'now')).toHaveLength(1)
      }),
    )
  })

  it('filled in and read back changes nothing; a figure changed in it is the one that changes', () => {
    fc.assert(
      fc.property(decoration, figures, fc.constantFrom(...lines), (style, given, changed) => {
        const grid = formOf(style)
        const mapping: WorkbookMapping = proposeMapping([grid], context)
        const values = new Map(Object.entries(given as Record<string, string>))
        const filled = written(grid, fillCells([grid], mapping, filling(values)))
        const back = readBack([filled], mapping, into(values))
        expect([back.findings, back.changes, back.same]).toEqual([[], [], lines.length])
        const other = new Map(values).set(changed.indicatorId, `${Number(values.get(changed.indicatorId)) + 1}`)
        const { changes } = readBack([filled], mapping, into(other))
        expect(changes.map(({ indicatorId, becomes }) => [indicatorId, becomes])).toEqual([
          [changed.indicatorId, values.get(changed.indicatorId)],
        ])
      }),
    )
  })

  it('is read right when somebody has put rows in, and says when a row is gone', () => {
    const grid = formOf({ above: 2, left: true, measures: 'column', numbers: false, order: lines, otherColumns: true })
    const mapping = proposeMapping([grid], context)
    const values = new Map(lines.map(({ indicatorId }, i) => [indicatorId, String(i + 10)]))
    const filled = written(grid, fillCells([grid], mapping, filling(values)))
    const pushed = {
      ...filled,
      cells: filled.cells.map((cell) => (cell.row > 5 ? { ...cell, row: cell.row + 2 } : cell)),
    }
    const back = readBack([pushed], mapping, into(values))
    expect([back.same, back.changes, back.findings.map(({ code }) => code)]).toEqual([5, [], ['lines-moved']])
    const gone = { ...filled, cells: filled.cells.filter(({ row }) => row !== 5) }
    expect(readBack([gone], mapping, into(values)).findings.map(({ code, level }) => `${code} ${level}`)).toEqual([
      'line-missing error',
    ])
    expect(readBack([], mapping, into(values)).findings.map(({ code }) => code)).toEqual(['sheet-missing'])
  })
})

describe('a collated table: units down, indicators across', () => {
  const grid = gridOf(
    [
      ['云溪市科技创新汇总表'],
      ['单位', '高新技术企业数（家）', null, '技术合同成交额（万元）', null],
      [null, '上期', '本期', '上期', '本期'],
      ['市科技局', 1, 2, 30000, 40000],
      ['市财政局', 3, 4, 50000, 60000],
      ['合计', 4, 6, 80000, 100000],
    ],
    [
      { top: 2, left: 2, bottom: 2, right: 3 },
      { top: 2, left: 4, bottom: 2, right: 5 },
      { top: 2, left: 1, bottom: 3, right: 1 },
    ],
  )
  const both = { ...context, lines: [...lines, asked('firms', '高新技术企业数', '家', 'yunxi/finance')] }

  it('is mapped by unit, indicator and period, with its total', () => {
    const [sheet] = proposeMapping([grid], both).sheets
    expect(sheet?.rows.map(({ kind, unitId, parts }) => [kind, unitId, parts])).toEqual([
      ['figures', unit, []],
      ['figures', 'yunxi/finance', []],
      ['total', null, [4, 5]],
    ])
    expect(sheet?.columns.map(({ at, indicatorId, period, measure }) => [at, indicatorId, period, measure])).toEqual([
      [2, 'firms', 'before', null],
      [3, 'firms', 'now', null],
      [4, 'contracts', 'before', '万元'],
      [5, 'contracts', 'now', '万元'],
    ])
  })

  const earlier = new Map([
    ['2026-Q2 firms working', '1'],
    ['2026-Q2 contracts working', '3'],
  ])
  const withCell = (row: number, column: number, value: number) => ({
    ...grid,
    cells: grid.cells.map((cell) =>
      cell.row === row && cell.column === column ? { ...cell, value, text: String(value) } : cell,
    ),
  })

  it('says of a figure of another period, and of one that stands for nothing, that it is not read', () => {
    const mapping = proposeMapping([grid], both)
    const hers = { ...into(new Map([['firms', '1']])), earlier }
    const changed = readBack([withCell(4, 4, 31000)], mapping, hers)
    expect(changed.findings.map(({ level, code, message }) => [level, code, message.zh])).toContainEqual([
      'warning',
      'other-period',
      '第 4 行 D 列「31000」：不是本期的数，报表里是 30000，不读入。',
    ])
    const unmapped = {
      sheets: mapping.sheets.map((sheet) => ({
        ...sheet,
        columns: sheet.columns.map((column) => (column.at === 5 ? { ...column, indicatorId: null } : column)),
      })),
    }
    const silent = readBack([grid], unmapped, hers)
    expect(silent.findings.map(({ code, address, level }) => [code, address, level])).toEqual([
      ['not-mapped', 'E4', 'warning'],
    ])
    expect(silent.changes.map(({ address }) => address)).toEqual(['C4'])
  })

  it('gives a reporter her own row only, and checks the totals', () => {
    const mapping = proposeMapping([grid], both)
    const hers = { ...into(new Map([['firms', '1']])), earlier }
    const back = readBack([grid], mapping, hers)
    expect(back.changes.map(({ address, becomes }) => [address, becomes])).toEqual([
      ['C4', '2'],
      ['E4', '4'],
    ])
    expect([back.foreign, back.findings]).toEqual([2, []])
    const wrong = {
      ...grid,
      cells: grid.cells.map((cell) => (cell.row === 6 && cell.column === 3 ? { ...cell, value: 7 } : cell)),
    }
    expect(readBack([wrong], mapping, hers).findings.map(({ message }) => message.zh)).toEqual([
      '第 6 行 C 列「6」：合计 7，各项相加是 6，差 1。',
    ])
  })
})
