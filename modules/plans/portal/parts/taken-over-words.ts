import { formatDate } from '@opensti/ui'
import type { UnitView } from '../../contract.ts'
import type { Voice } from '../page.ts'

/** From whom a unit took over a task, and since when: 承接自市国税局，自2018年7月5日起. */
export function takenOverWords(
  takenOver: UnitView['leads'][number]['takenOver'],
  { text, say, language }: Voice,
): string {
  return takenOver
    .map(({ from, on }) => text.takenOver(say(from.shortName) || say(from.name), formatDate(on, language)))
    .join(text.comma)
}
