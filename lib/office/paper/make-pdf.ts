import { readFile } from 'node:fs/promises'
import { type ArrangedBlock, type ArrangedPaper, type ArrangedPicture, arrangePaper } from './arrange-paper.ts'
import { askPaperWorker, type PaperLimits } from './ask-paper-worker.ts'
import { CHARACTER, HEAD_MM, LINE_PITCH, PAGE, RED, RULE_MM, SIZE, TRACKING } from './layout.ts'
import type { OfficialPaper } from './paper.ts'

export interface PaperOptions {
  /** The moment that stands in the file; the same paper made for the same moment has the same bytes. */
  madeAt: Date
  /** Office or person, for the properties of the file. */
  author: string
  limits?: Partial<PaperLimits>
}

export interface MadePdf {
  bytes: Uint8Array
  /** A brief should have one. */
  pages: number
}

const TEMPLATE = new URL('./official-paper.typ', import.meta.url)
const FONT = 'Noto Serif SC'

/**
 * An official paper as PDF/A with embedded fonts, in the layout of GB/T 9704-2012. 黑体 and 楷体 are shown by weight,
 * because only one family may be embedded freely. Made in a limited child process.
 * @throws AppError: a picture that does not stand alone, or a paper that takes too long
 */
export async function makePdf(paper: OfficialPaper, options: PaperOptions): Promise<MadePdf> {
  const arranged = arrangePaper(paper)
  const pictures = picturesOf(arranged)
  const data = {
    ...withoutDrawings(arranged),
    author: options.author.toWellFormed(),
    layout: {
      page: PAGE,
      pitch: LINE_PITCH,
      character: CHARACTER,
      tracking: TRACKING,
      size: SIZE,
      red: RED,
      rule: RULE_MM,
      headGapMm: HEAD_MM[paper.form],
      redLineGapMm: HEAD_MM.redLine,
      font: FONT,
    },
  }
  const files = {
    'paper.json': JSON.stringify(data),
    ...Object.fromEntries(pictures.map(({ number, svg }) => [`picture-${number}.svg`, svg])),
  }
  const source = await readFile(TEMPLATE, 'utf8')
  const madeAt = Math.floor(options.madeAt.getTime() / 1000)
  const { files: made, pages } = await askPaperWorker({ kind: 'pdf', source, files, madeAt }, options.limits)
  return { bytes: made[0]!, pages }
}

/** All pictures of body and attachments. */
export function picturesOf(paper: ArrangedPaper): ArrangedPicture[] {
  return [paper.body, ...paper.annexes.map(({ body }) => body)].flat().filter((block) => block.kind === 'picture')
}

/** Drawings are files of their own beside the data. */
function withoutDrawings(paper: ArrangedPaper): ArrangedPaper {
  const bare = (blocks: readonly ArrangedBlock[]) =>
    blocks.map((block) => (block.kind === 'picture' ? { ...block, svg: '' } : block))
  return {
    ...paper,
    body: bare(paper.body),
    annexes: paper.annexes.map((annex) => ({ ...annex, body: bare(annex.body) })),
  }
}
