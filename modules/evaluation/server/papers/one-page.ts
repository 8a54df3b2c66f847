import { makePdf, type OfficialPaper, type PaperOptions } from '@opensti/office'

/** How much a brief may say: 0 says all, each step less. */
export type Room = 0 | 1 | 2 | 3

const rooms: readonly Room[] = [0, 1, 2, 3]

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
    const { bytes, pages } = await makePdf(paper, means)
    if (pages === 1) return { paper, pdf: bytes }
  }
  throw new Error('A brief does not fit on its page.')
}
