import {
  AlignmentType,
  BorderStyle,
  Footer,
  LineRuleType,
  PageNumber,
  Paragraph,
  RelativeVerticalPosition,
  Table,
  TableAnchorType,
  TableCell,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx'
import type { ArrangedPaper } from '../arrange-paper.ts'
import { CHARACTER, HEAD_MM, LINE_PITCH, MM, RED, RULE_MM, SIZE, TEXT_WIDTH } from '../layout.ts'
import { PAGE_NUMBER, SECOND_HEADING, TITLE } from './fonts.ts'
import { blank, characters, halfPoints, line, PITCH, twips, words } from './paragraphs.ts'

/** 7.2: issuer in red, number and signer, red line. */
export function headOf(paper: ArrangedPaper): Paragraph[] {
  const { head, form, number, signer, signature } = paper
  if (!head) return []
  const issuer = new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: twips(HEAD_MM[form] * MM), after: 0, line: 240, lineRule: LineRuleType.AUTO },
    children: [words(head.issuer, { font: TITLE, size: halfPoints(head.size), color: RED, characterSpacing: 0 })],
  })
  const lines = form === 'document' ? [blank(), blank()] : []
  const numbered =
    signer === ''
      ? line([words(number)], { alignment: AlignmentType.CENTER })
      : twoSided([words(number)], [words('签发人：'), words(signer, { font: SECOND_HEADING })])
  const inHead = form === 'brief' && signature ? [twoSided([words(signature.name)], [words(signature.date)])] : []
  return [issuer, ...lines, numbered, ...inHead, redLine(), ...(form === 'document' ? [blank(), blank()] : [])]
}

/** 7.3.1: 二号 小标宋, centred. */
export function titleOf(lines: readonly string[]): Paragraph[] {
  const look = { font: TITLE, size: halfPoints(SIZE.title), characterSpacing: 0 }
  return lines.map((text) => line([words(text, look)], { alignment: AlignmentType.CENTER, keepNext: true }))
}

/** 7.5: 四号 宋体 between dashes, 7 mm below the text, odd pages right and even pages left, one character in. */
export function pageFooter(side: 'left' | 'right'): Footer {
  const look = { font: PAGE_NUMBER, size: halfPoints(SIZE.foot), characterSpacing: 0 }
  return new Footer({
    children: [
      new Paragraph({
        alignment: side === 'left' ? AlignmentType.LEFT : AlignmentType.RIGHT,
        indent: { [side]: twips(SIZE.foot) },
        children: [new TextRun({ ...look, children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  })
}

/**
 * 7.4: copies and printing between rules, in a table that floats at the foot of the page on which the paper ends.
 * (LibreOffice before 7.6 shows it right after the text.)
 */
export function footOf({ copies, printed }: ArrangedPaper): (Paragraph | Table)[] {
  const look = { size: halfPoints(SIZE.foot), characterSpacing: 0 }
  const side = twips(SIZE.foot)
  const rows: Paragraph[] = []
  if (copies !== '') {
    const indent = { left: 4 * side, hanging: 3 * side, right: side }
    rows.push(line([words(`抄送：${copies}`, look)], { indent }))
  }
  if (printed) {
    const tabStops = [{ type: TabStopType.RIGHT, position: twips(TEXT_WIDTH) - side }]
    rows.push(
      line([words(`${printed.office}\t${printed.date}`, look)], { indent: { left: side, right: side }, tabStops }),
    )
  }
  if (rows.length === 0) return []
  const table = new Table({
    width: WIDE,
    columnWidths: [WIDE.size],
    float: {
      verticalAnchor: TableAnchorType.MARGIN,
      horizontalAnchor: TableAnchorType.MARGIN,
      relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
      absoluteHorizontalPosition: 0,
    },
    rows: rows.map((row, i) => footRow(row, i === 0, i === rows.length - 1)),
  })
  // A table that floats is held by the paragraph after it.
  return [table, blank(0.1)]
}

const WIDE = { size: twips(TEXT_WIDTH), type: WidthType.DXA } as const

function footRow(paragraph: Paragraph, isFirst: boolean, isLast: boolean): TableRow {
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  const borders = { top: rule(isFirst), bottom: rule(isLast), left: none, right: none }
  const margins = { top: 0, bottom: 0, left: 0, right: 0 }
  const cell = new TableCell({ borders, margins, width: WIDE, children: [paragraph] })
  return new TableRow({ cantSplit: true, children: [cell] })
}

/** Borders are counted in eighths of a point. */
function rule(isOuter: boolean) {
  const size = Math.round((isOuter ? RULE_MM.outer : RULE_MM.inner) * MM * 8)
  return { style: BorderStyle.SINGLE, size, color: '000000' }
}

/** Words at the left and words at the right, one character in on both sides. */
function twoSided(left: ReturnType<typeof words>[], right: ReturnType<typeof words>[]): Paragraph {
  return line([...left, words('\t'), ...right], {
    indent: { left: characters(1), right: characters(1) },
    tabStops: [{ type: TabStopType.RIGHT, position: twips(TEXT_WIDTH - CHARACTER) }],
  })
}

/** 7.2.7: as wide as the text, 4 mm below the number. */
function redLine(): Paragraph {
  return new Paragraph({
    spacing: { ...PITCH, line: twips(HEAD_MM.redLine * MM), after: twips(LINE_PITCH / 3) },
    border: { bottom: { style: BorderStyle.SINGLE, size: 10, color: RED, space: 0 } },
    children: [],
  })
}
