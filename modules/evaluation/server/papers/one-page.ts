import { makePdf, type OfficialPaper, type PaperOptions } from '@opensti/office'

/**
 * How much a brief may say: how many troubled lines with why and what for, how the others are named, how high its chart is (0: none),
 * and whether its sentences are whole.
 */
export interface Room {
  rows: number
  /** The others in a table with their figures, or by their names in one sentence. */
  others: 'table' | 'names'
  /** How many of the others are named; beyond that the paper says how many there are, and where. */
  named: number
  chart: number
  whole: boolean
}

const all = Number.POSITIVE_INFINITY
/** From the most to the least. The chart goes before names do, and names go last. */
const rooms: readonly Room[] = [
  { rows: 6, others: 'table', named: all, chart: 110, whole: true },
  { rows: 6, others: 'table', named: all, chart: 110, whole: false },
  { rows: 5, others: 'table', named: all, chart: 90, whole: false },
  { rows: 4, others: 'table', named: all, chart: 90, whole: false },
  { rows: 3, others: 'table', named: all, chart: 90, whole: false },
  { rows: 3, others: 'names', named: all, chart: 90, whole: false },
  { rows: 2, others: 'names', named: all, chart: 90, whole: false },
  { rows: 4, others: 'names', named: all, chart: 0, whole: false },
  { rows: 3, others: 'names', named: all, chart: 0, whole: false },
  { rows: 2, others: 'names', named: all, chart: 0, whole: false },
  { rows: 1, others: 'names', named: all, chart: 0, whole: false },
  { rows: 1, others: 'names', named: 40, chart: 0, whole: false },
  { rows: 1, others: 'names', named: 20, chart: 0, whole: false },
  { rows: 1, others: 'names', named: 8, chart: 0, whole: false },
]

export interface OnePage {
  room: Room
  paper: OfficialPaper
  pdf: Uint8Array
}

/** Three lines that must still fit: Word, with other fonts, may need a little more than the PDF. */
const spare = { kind: 'paragraph', text: '空\n空\n空' } as const

/**
 * A brief that fits on one page: it says less until it does. The rooms are searched by halves, as each try makes a whole PDF.
 *
 * @param hint A room in which nearly the same brief fitted before; it is tried first.
 * @throws Error when even the shortest does not fit, which is a fault of its template.
 */
export async function onePage(
  write: (room: Room) => OfficialPaper,
  means: PaperOptions,
  hint?: Room,
): Promise<OnePage> {
  const fits = async (paper: OfficialPaper) =>
    (await makePdf({ ...paper, body: [...paper.body, spare] }, means)).pages === 1
  const made = async (room: Room) => ({ room, paper: write(room), pdf: (await makePdf(write(room), means)).bytes })
  if (hint) {
    const [isFitting, page] = await Promise.all([fits(write(hint)), made(hint)])
    if (isFitting) return page
  }
  let fitting: Room | null = null
  let [low, high] = [0, rooms.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const room = rooms[middle]!
    if (await fits(write(room))) {
      fitting = room
      high = middle - 1
    } else low = middle + 1
  }
  if (!fitting) throw new Error('A brief does not fit on its page.')
  return made(fitting)
}
