import { makePdf, type OfficialPaper, type PaperOptions } from '@opensti/office'

/** How much a brief may say: how many troubled lines, how high its chart is (0: none), and whether its sentences are whole. */
export interface Room {
  rows: number
  chart: number
  whole: boolean
}

const rooms: readonly Room[] = [
  { rows: 6, chart: 110, whole: true },
  { rows: 5, chart: 110, whole: false },
  { rows: 5, chart: 90, whole: false },
  { rows: 4, chart: 90, whole: false },
  { rows: 3, chart: 90, whole: false },
  { rows: 3, chart: 0, whole: false },
  { rows: 2, chart: 0, whole: false },
  { rows: 1, chart: 0, whole: false },
]

/** Three lines that must still fit: Word, with other fonts, may need a little more than the PDF. */
const spare = { kind: 'paragraph', text: '空\n空\n空' } as const

/**
 * A brief that fits on one page: it says less until it does.
 * @throws Error when even the shortest does not fit, which is a fault of its template.
 */
export async function onePage(
  write: (room: Room) => OfficialPaper,
  means: PaperOptions,
): Promise<{ paper: OfficialPaper; pdf: Uint8Array }> {
  for (const room of rooms) {
    const paper = write(room)
    const { pages } = await makePdf({ ...paper, body: [...paper.body, spare] }, means)
    if (pages === 1) return { paper, pdf: (await makePdf(paper, means)).bytes }
  }
  throw new Error('A brief does not fit on its page.')
}
