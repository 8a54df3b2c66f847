import { linesOf } from './clean-text.ts'
import { SIZE, TEXT_WIDTH } from './layout.ts'

/** How many signs of a title fit on a line: twenty. */
const SIGNS = Math.floor(TEXT_WIDTH / SIZE.title)

/**
 * The lines of a title. It breaks where its writer broke it; a line that is still too long is parted into lines of about
 * equal length, after a particle or a closing mark where one is near (7.3.1: lines keep the sense and look balanced).
 */
export function titleLines(title: string): string[] {
  return linesOf(title).flatMap((line) => part([...line]))
}

function part(signs: readonly string[]): string[] {
  const parts = Math.ceil(signs.length / SIGNS)
  if (parts <= 1) return [signs.join('')]
  const at = breakNear(signs, Math.round(signs.length / parts), (parts - 1) * SIGNS)
  return [signs.slice(0, at).join(''), ...part(signs.slice(at))]
}

/** A place near the wanted one, such that what follows fits into `room` signs. */
function breakNear(signs: readonly string[], wanted: number, room: number): number {
  const near = [0, 1, -1, 2, -2, 3, -3].map((step) => wanted + step)
  const fits = near.filter((at) => at > 0 && at <= SIGNS && signs.length - at <= room && !cuts(signs, at))
  return fits.find((at) => /[的和与及》”、]/.test(signs[at - 1]!)) ?? fits[0] ?? wanted
}

/** Would a word or number be cut, or a line begin with a closing mark or end with an opening one? */
function cuts(signs: readonly string[], at: number): boolean {
  const [before = '', after = ''] = [signs[at - 1], signs[at]]
  return (
    (/[\w.%]/.test(before) && /[\w.%]/.test(after)) ||
    /[，。、；：？！）》”’〕]/.test(after) ||
    /[（《“‘〔]/.test(before)
  )
}
