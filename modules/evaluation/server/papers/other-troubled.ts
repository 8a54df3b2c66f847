import type { PaperTable } from '@opensti/office'
import type { Room } from './one-page.ts'

/** A troubled line of which a brief has no room to say why: its name, and how it stands in a few words. */
export interface OtherLine {
  name: string
  stands: string
}

/**
 * The table of a brief, followed by all others that are in trouble: none goes unnamed while there is room, and what goes unnamed is counted
 * and said to stand elsewhere.
 *
 * @param where The paper in which all of them stand.
 */
export function withOthers(
  table: PaperTable,
  others: readonly OtherLine[],
  { room, where, note }: { room: Room; where: string; note: string },
): PaperTable[] {
  if (others.length === 0) return [{ ...table, note }]
  if (room.others === 'table') return [table, { ...pairs(others), note }]
  const named = others.slice(0, room.named).map(({ name }) => name)
  const left = others.length - named.length
  const words = `其余${others.length}项：${named.join('、')}${left > 0 ? `；另有${left}项，见${where}` : ''}。`
  return [{ ...table, note: `${words}${note}` }]
}

/** Two beside each other: a line holds both. */
function pairs(others: readonly OtherLine[]): PaperTable {
  const half = Math.ceil(others.length / 2)
  const cells = (one: OtherLine | undefined) => [one?.name ?? '', one?.stands ?? '']
  return {
    kind: 'table',
    dense: true,
    caption: `其余${others.length}项`,
    columns: [0, 1].flatMap(() => [
      { heading: '项目', share: 3, align: 'left' } as const,
      { heading: '现状', share: 2.5, align: 'left' } as const,
    ]),
    rows: Array.from({ length: half }, (_, at) => [...cells(others[at]), ...cells(others[half + at])]),
  }
}
