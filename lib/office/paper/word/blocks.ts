import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  ImageRun,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { ArrangedBlock, ArrangedPicture } from '../arrange-paper.ts'
import { SIZE, TEXT_WIDTH } from '../layout.ts'
import { BODY, FIRST_HEADING, SECOND_HEADING } from './fonts.ts'
import { halfPoints, indented, twips, words } from './paragraphs.ts'

/** Painted drawings by the number of their picture. */
export type PaintedPictures = ReadonlyMap<number, Uint8Array>

type TableBlock = Extract<ArrangedBlock, { kind: 'table' }>

const HEADINGS = [
  { heading: HeadingLevel.HEADING_1, font: FIRST_HEADING, bold: false },
  { heading: HeadingLevel.HEADING_2, font: SECOND_HEADING, bold: false },
  { heading: HeadingLevel.HEADING_3, font: BODY, bold: true },
  { heading: HeadingLevel.HEADING_4, font: BODY, bold: false },
] as const

/** The blocks of a body in the order of the paper; the last one is held with what follows when it is a paragraph. */
export function blocksOf(
  blocks: readonly ArrangedBlock[],
  painted: PaintedPictures,
  holdLast = false,
): (Paragraph | Table)[] {
  return blocks.flatMap((block, i) => {
    if (block.kind === 'heading') return [headingOf(block)]
    if (block.kind === 'table') return tableOf(block)
    if (block.kind === 'picture') return pictureOf(block, painted)
    const keepNext = holdLast && i === blocks.length - 1
    return [indented([...leadOf(block.lead), words(block.text)], { keepNext })]
  })
}

function headingOf({ level, text }: Extract<ArrangedBlock, { kind: 'heading' }>): Paragraph {
  const { heading, font, bold } = HEADINGS[level - 1]!
  return indented([words(text, { font, bold, color: '000000', italics: false })], { heading, keepNext: true })
}

function leadOf(lead: string) {
  return lead === '' ? [] : [words(lead, { bold: true })]
}

/** A table of so many rows is not parted between pages; a longer one repeats its headings. */
const ROWS_TOGETHER = 15

function tableOf({ caption, columns, rows, note, dense }: TableBlock): (Paragraph | Table)[] {
  const total = columns.reduce((sum, { share }) => sum + share, 0)
  const widths = columns.map(({ share }) => Math.floor((twips(TEXT_WIDTH) * share) / total))
  const keepNext = rows.length <= ROWS_TOGETHER
  const rowOf = (texts: readonly string[], isHeading: boolean) =>
    new TableRow({
      tableHeader: isHeading,
      cantSplit: true,
      children: texts.map((text, i) =>
        cellOf(text, widths[i] ?? 0, isHeading ? 'center' : (columns[i]?.align ?? 'left'), {
          isHeading,
          keepNext,
          dense,
        }),
      ),
    })
  const table = new Table({
    width: { size: twips(TEXT_WIDTH), type: WidthType.DXA },
    columnWidths: widths,
    alignment: AlignmentType.CENTER,
    rows: [
      rowOf(
        columns.map(({ heading }) => heading),
        true,
      ),
      ...rows.map((row) => rowOf(row, false)),
    ],
  })
  const small = { size: halfPoints(SIZE.small), characterSpacing: 0 }
  return [
    ...(caption === '' ? [] : [captionOf(caption, true)]),
    table,
    new Paragraph({ spacing: { before: 60, after: 120 }, children: [words(note, small)] }),
  ]
}

function captionOf(text: string, keepNext: boolean): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    keepNext,
    spacing: { before: 120, after: 100 },
    children: [
      words(text, { size: halfPoints(SIZE.table), font: keepNext ? FIRST_HEADING : BODY, characterSpacing: 0 }),
    ],
  })
}

function cellOf(
  text: string,
  width: number,
  alignment: 'left' | 'center' | 'right',
  { isHeading, keepNext, dense }: { isHeading: boolean; keepNext: boolean; dense: boolean },
): TableCell {
  const edge = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
  const size = halfPoints(dense ? SIZE.small : SIZE.table)
  const margin = dense ? 25 : 50
  const look = { size, characterSpacing: 0, ...(isHeading && { font: FIRST_HEADING }) }
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { top: margin, bottom: margin, left: 2 * margin, right: 2 * margin },
    borders: { top: edge, bottom: edge, left: edge, right: edge },
    children: text.split('\n').map((part) => new Paragraph({ alignment, keepNext, children: [words(part, look)] })),
  })
}

/** A drawing in vectors, with a painted one for programs that do not show them. */
function pictureOf(picture: ArrangedPicture, painted: PaintedPictures): Paragraph[] {
  const png = painted.get(picture.number)
  if (!png) throw new Error(`picture ${picture.number} was not painted`)
  // The library counts pixels of 96 to the inch.
  const width = Math.round((TEXT_WIDTH * 96) / 72)
  const transformation = { width, height: Math.round(width * picture.aspect) }
  const image = new ImageRun({
    type: 'svg',
    data: Buffer.from(picture.svg),
    transformation,
    fallback: { type: 'png', data: Buffer.from(png) },
    altText: {
      // Its own number: the library would count on from paper to paper.
      id: String(picture.number),
      name: `picture ${picture.number}`,
      title: picture.caption,
      description: picture.description,
    },
  })
  const paragraph = new Paragraph({
    alignment: AlignmentType.CENTER,
    keepNext: picture.caption !== '',
    spacing: { before: 120, after: 80, line: 240, lineRule: LineRuleType.AUTO },
    children: [image],
  })
  return picture.caption === '' ? [paragraph] : [paragraph, captionOf(picture.caption, false)]
}
