import { addressOf, columnName } from '@opensti/office/addresses'
import { type KeyboardEvent, type MouseEvent, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SheetLine, SheetMapping, SheetView } from '../../contract-workbooks.ts'
import type { GridLook } from '../../domain/workbook/sheet-grid.ts'
import { type DrawnCell, drawnCells } from './drawn-cells.ts'

export interface Spot {
  row: number
  column: number
}

interface Props {
  sheet: SheetView
  look: GridLook
  mapping: SheetMapping | undefined
  selected: Spot | null
  onSelect: (spot: Spot) => void
}

const ROW_HEIGHT = 30
const SHOWN_ROWS = 60
const COLUMNS_MOST = 60
const HEAD_ROWS_MOST = 10

/** A sheet as it looks, merged cells merged, headings standing still, with marks for what is mapped. */
export function SheetGrid({ sheet, look, mapping, selected, onSelect }: Props) {
  const { t } = useTranslation('reporting')
  const box = useRef<HTMLDivElement>(null)
  const [scrolled, setScrolled] = useState(0)
  const lastRow = Math.max(1, look.rows.at(-1) ?? 1)
  const right = Math.max(1, Math.min(COLUMNS_MOST, look.columns.at(-1) ?? 1))
  const heads = Math.min(mapping?.headBottom ?? 0, HEAD_ROWS_MOST, lastRow)
  const first = heads + 1 + Math.max(0, Math.floor(scrolled / ROW_HEIGHT) - 15)
  const from = Math.min(Math.max(heads + 1, lastRow - SHOWN_ROWS), first)
  const until = Math.min(lastRow, from + SHOWN_ROWS)
  const widths = useMemo(() => columnWidths(sheet, right), [sheet, right])
  const marks = useMemo(() => marksOf(mapping), [mapping])

  useEffect(() => {
    if (selected) showRow(box.current, selected.row, heads)
  }, [selected, heads])

  const click = ({ target }: MouseEvent) => {
    const cell = target instanceof HTMLElement ? target.closest<HTMLElement>('[data-row]') : null
    if (cell) onSelect({ row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) })
  }
  const press = (event: KeyboardEvent) => {
    const step = arrows[event.key]
    if (!step) return
    event.preventDefault()
    const at = selected ?? { row: 1, column: 1 }
    const row = Math.min(lastRow, Math.max(1, at.row + step[0]))
    onSelect({ row, column: Math.min(right, Math.max(1, at.column + step[1])) })
  }
  const draw = (row: number, block: { top: number; bottom: number }, isHead: boolean) => (
    <tr
      key={row}
      className={isHead && row >= (mapping?.headTop ?? 1) ? 'wb-head' : undefined}
      style={isHead ? ({ '--wb-row': row - (mapping?.headTop ?? 1) } as React.CSSProperties) : undefined}
    >
      <th scope="row" data-row={row} data-column={1} className={selected?.row === row ? 'on' : undefined}>
        {row}
        <i aria-hidden="true">{signOf(marks.rows.get(row))}</i>
      </th>
      {drawnCells(row, { ...block, right }, sheet.merges).map((cell) => (
        <Cell key={cell.column} cell={cell} look={look} marks={marks} selected={selected} />
      ))}
    </tr>
  )
  const rows = (a: number, b: number) => Array.from({ length: Math.max(0, b - a + 1) }, (_, i) => a + i)
  return (
    <div className="wb-grid-frame">
      {/* biome-ignore lint/a11y/useSemanticElements: a sheet that scrolls and takes arrow keys, no fieldset */}
      <div
        ref={box}
        className="wb-grid"
        role="group"
        aria-label={t('workbooks.map.grid', { sheet: sheet.sheet })}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls and takes arrow keys must be reachable by keyboard
        tabIndex={0}
        onScroll={({ currentTarget }) => setScrolled(currentTarget.scrollTop)}
        onClick={click}
        onKeyDown={press}
      >
        <table>
          <caption className="hidden">{t('workbooks.map.grid', { sheet: sheet.sheet })}</caption>
          <colgroup>
            <col style={{ width: 56 }} />
            {widths.map((width, i) => (
              <col key={columnName(i + 1)} style={{ width }} />
            ))}
          </colgroup>
          <thead>
            <tr>
              <td />
              {widths.map((_, i) => (
                <th
                  key={columnName(i + 1)}
                  scope="col"
                  data-row={mapping?.headBottom ?? 1}
                  data-column={i + 1}
                  className={selected?.column === i + 1 ? 'on' : undefined}
                >
                  {columnName(i + 1)}
                  <i aria-hidden="true">{signOf(marks.columns.get(i + 1))}</i>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows(1, heads).map((row) => draw(row, { top: 1, bottom: heads }, true))}
            {from > heads + 1 && <tr style={{ height: (from - heads - 1) * ROW_HEIGHT }} />}
            {rows(from, until).map((row) => draw(row, { top: from, bottom: until }, false))}
            {until < lastRow && <tr style={{ height: (lastRow - until) * ROW_HEIGHT }} />}
          </tbody>
        </table>
      </div>
      <p className="rep-keys">
        {[
          t('workbooks.map.keys'),
          lastRow > SHOWN_ROWS ? t('workbooks.map.windowed', { count: lastRow }) : '',
          (look.columns.at(-1) ?? 1) > COLUMNS_MOST ? t('workbooks.map.columnsLeft', { count: COLUMNS_MOST }) : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </div>
  )
}

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

interface Marks {
  rows: ReadonlyMap<number, SheetLine>
  columns: ReadonlyMap<number, SheetLine>
  fields: ReadonlySet<string>
}

function Cell({
  cell,
  look,
  marks,
  selected,
}: {
  cell: DrawnCell
  look: GridLook
  marks: Marks
  selected: Spot | null
}) {
  const { fromRow: row, fromColumn: column, rowSpan, colSpan } = cell
  const content = look.at(row, column)
  const isOn = selected?.row === row && selected.column === column
  const classes = [kindOf(row, column, marks), content?.hasFormula ? 'wb-is-formula' : '', isOn ? 'on' : ''].filter(
    Boolean,
  )
  const text = content?.text ?? ''
  return (
    <td
      data-row={row}
      data-column={column}
      rowSpan={rowSpan}
      colSpan={colSpan}
      className={classes.join(' ') || undefined}
      title={text.length > 12 ? `${addressOf({ row, column })} ${text}` : undefined}
    >
      {content?.hasFormula ? `ƒ ${text}` : text}
    </td>
  )
}

function kindOf(row: number, column: number, { rows, columns, fields }: Marks): string {
  if (fields.has(`${row} ${column}`)) return 'wb-is-field'
  const kinds = [rows.get(row)?.kind, columns.get(column)?.kind]
  if (kinds.includes(undefined)) return ''
  return kinds.includes('total') ? 'wb-is-total' : 'wb-is-figure'
}

/** A sign beside the number of a row, so that colour is not alone. */
function signOf(line: SheetLine | undefined): string {
  if (!line) return ''
  if (line.kind === 'total') return 'Σ'
  return line.whole === null ? '●' : '└'
}

function marksOf(mapping: SheetMapping | undefined): Marks {
  return {
    rows: new Map(mapping?.rows.map((line) => [line.at, line])),
    columns: new Map(mapping?.columns.map((line) => [line.at, line])),
    fields: new Set(mapping?.fields.map((one) => `${one.intoRow} ${one.intoColumn}`)),
  }
}

/** Wide enough for most of what stands in a column; merged texts do not count. */
function columnWidths(sheet: SheetView, right: number): number[] {
  const widest = Array.from({ length: right }, () => 0)
  for (const [row, column, text] of sheet.cells) {
    if (column > right || row > 400) continue
    const isMerged = sheet.merges.some((one) => one.top === row && one.left === column && one.right > column)
    if (!isMerged) widest[column - 1] = Math.max(widest[column - 1]!, lengthOf(text))
  }
  return widest.map((length) => Math.min(300, Math.max(64, length * 8 + 20)))
}

/** In halves of a Chinese character. */
function lengthOf(text: string): number {
  return [...text.slice(0, 60)].reduce((sum, sign) => sum + (sign.charCodeAt(0) > 255 ? 2 : 1), 0)
}

/** Scrolls the sheet so that a row can be seen under the headings. */
function showRow(box: HTMLDivElement | null, row: number, heads: number): void {
  if (!box || row <= heads) return
  const top = (row - heads - 1) * ROW_HEIGHT
  const height = box.clientHeight - (heads + 2) * ROW_HEIGHT
  if (top < box.scrollTop) box.scrollTop = top
  else if (height > 0 && top > box.scrollTop + height) box.scrollTop = top - height
}
