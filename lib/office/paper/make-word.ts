import { AlignmentType, Document, Packer, PageBreak, type Paragraph, type Table } from 'docx'
import { type ArrangedPaper, arrangePaper } from './arrange-paper.ts'
import { askPaperWorker } from './ask-paper-worker.ts'
import { LINE_PITCH, MM, PAGE, SIZE, TEXT_WIDTH } from './layout.ts'
import { type PaperOptions, picturesOf } from './make-pdf.ts'
import type { OfficialPaper } from './paper.ts'
import { blocksOf, type PaintedPictures } from './word/blocks.ts'
import { finish } from './word/finish.ts'
import { BODY, FIRST_HEADING } from './word/fonts.ts'
import { footOf, headOf, pageFooter, titleOf } from './word/head-and-foot.ts'
import { blank, characters, halfPoints, indented, line, twips, words } from './word/paragraphs.ts'

/**
 * An official paper as .docx in the layout of GB/T 9704-2012, to be edited, signed and sealed. Drawings stand in it as
 * vectors with a painted one behind. The same paper made for the same moment has the same bytes.
 * @throws AppError: a picture that does not stand alone, or one that takes too long to paint
 */
export async function makeWord(paper: OfficialPaper, options: PaperOptions): Promise<Uint8Array> {
  const arranged = arrangePaper(paper)
  const painted = await paint(arranged, options)
  const document = new Document({
    title: arranged.title.join(''),
    creator: options.author,
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: { document: { run: { font: BODY, size: halfPoints(SIZE.body), language: { eastAsia: 'zh-CN' } } } },
    },
    sections: [
      {
        properties: { page: pageOf(), grid: { linePitch: twips(LINE_PITCH) } },
        footers: { default: pageFooter('right'), even: pageFooter('left') },
        children: contentOf(arranged, painted),
      },
    ],
  })
  const bytes = new Uint8Array(await Packer.toArrayBuffer(document))
  return finish(bytes, { title: arranged.title.join(''), ...options })
}

async function paint(paper: ArrangedPaper, { limits }: PaperOptions): Promise<PaintedPictures> {
  const pictures = picturesOf(paper)
  if (pictures.length === 0) return new Map()
  const drawings = pictures.map(({ svg, aspect }) => ({ svg, widthPt: TEXT_WIDTH, heightPt: TEXT_WIDTH * aspect }))
  const { files } = await askPaperWorker({ kind: 'png', drawings }, limits)
  return new Map(pictures.map(({ number }, i) => [number, files[i]!]))
}

function contentOf(paper: ArrangedPaper, painted: PaintedPictures): (Paragraph | Table)[] {
  const isSignedInHead = paper.form === 'brief' && paper.head !== null
  return [
    ...headOf(paper),
    ...titleOf(paper.title),
    blank(paper.form === 'document' ? 1 : 0.4),
    ...(paper.addressee === '' ? [] : [line([words(paper.addressee)])]),
    ...blocksOf(paper.body, painted, true),
    ...attachmentNote(paper),
    ...(isSignedInHead ? [] : signatureOf(paper)),
    ...(paper.contact === '' ? [] : [indented([words(paper.contact)])]),
    ...paper.annexes.flatMap(({ label, title, body }) => [
      line([new PageBreak(), words(label, { font: FIRST_HEADING })]),
      blank(),
      ...titleOf(title),
      blank(),
      ...blocksOf(body, painted),
    ]),
    ...footOf(paper),
  ]
}

/** 7.3.4: one line below the body, two characters in; titles stand under each other. */
function attachmentNote({ attachments }: ArrangedPaper): Paragraph[] {
  if (attachments.length === 0) return []
  const notes = attachments.map(({ lead, label, title }) => {
    const hanging = characters(lead === '' ? 1 : label === '' ? 3 : 4)
    const left = characters(label === '' ? 5 : 6)
    return line([words(lead), words(label === '' ? '' : `${label}\t`), words(title)], {
      indent: { left, hanging },
      tabStops: [{ type: 'left', position: left }],
      keepNext: true,
    })
  })
  return [line([words('')], { keepNext: true }), ...notes]
}

/** 7.3.5.1: date four characters from the right, the name centred over it. */
function signatureOf({ signature, contact }: ArrangedPaper): Paragraph[] {
  if (!signature) return []
  const right = (text: string, indent: number, keepNext: boolean) =>
    line([words(text)], { alignment: AlignmentType.RIGHT, indent: { right: characters(indent) }, keepNext })
  return [
    line([words('')], { keepNext: true }),
    right(signature.name, signature.nameRight, true),
    right(signature.date, signature.dateRight, contact !== ''),
  ]
}

function pageOf() {
  const mm = (length: number) => twips(length * MM)
  return {
    size: { width: mm(PAGE.widthMm), height: mm(PAGE.heightMm) },
    margin: {
      top: mm(PAGE.topMm),
      bottom: mm(PAGE.bottomMm),
      left: mm(PAGE.leftMm),
      right: mm(PAGE.rightMm),
      header: mm(15),
      // The number begins 7 mm below the text and is about 6 mm high.
      footer: mm(PAGE.bottomMm - 7 - 6),
    },
  }
}
