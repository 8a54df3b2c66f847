import { formatDate } from '@opensti/ui'
import type { UnitView } from '../../contract.ts'
import type { Voice } from '../page.ts'

/** From whom a unit took over a task, and since when: 承接自市国税局，自2018年7月5日起. */
export function takenOverWords(
  movedFrom: UnitView['leads'][number]['movedFrom'],
  { text, say, language }: Voice,
): string {
  return movedFrom
    .map(({ from, on }) => text.movedFrom(say(from.shortName) || say(from.name), formatDate(on, language)))
    .join(text.comma)
}
