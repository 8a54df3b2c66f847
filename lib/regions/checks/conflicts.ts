import { placeOf, type RegionContent } from '../content.ts'
import type { Fault } from '../faults.ts'

/** Kinds whose sides may show the same number: what differs is not in the figure, and has to be said. */
const sayable = ['unit', 'definition', 'name'] as const

/** A conflict that its figures do not show says at each place what stands there; a number twice explains nothing. */
export function checkConflicts(regions: readonly RegionContent[]): Fault[] {
  return regions.flatMap(({ conflicts }) =>
    conflicts.flatMap((conflict) => {
      const shown = conflict.indicator !== undefined && !sayable.some((kind) => kind === conflict.kind)
      const silent = conflict.places.findIndex((place) => !place.note)
      const says = conflict.places.map(({ note }) => (typeof note === 'string' ? note : note?.zh))
      const alike = silent < 0 && new Set(says).size === 1
      if (alike) return [fault(placeOf(conflict, 'places', 0, 'note'), sameTwice)]
      return shown || silent < 0 ? [] : [fault(placeOf(conflict, 'places', silent), unsaid)]
    }),
  )
}

const unsaid = {
  zh: '这一处没有写明怎么说，读者看不出两处的差别',
  en: 'What stands at this place is not said, so that nobody sees the difference',
}
const sameTwice = {
  zh: '两处的 note 相同，看不出差别',
  en: 'Both notes say the same, so that nobody sees the difference',
}

function fault(place: ReturnType<typeof placeOf>, message: Fault['message']): Fault {
  return {
    ...place,
    message,
    remedy: {
      zh: '在每一处加 note：{ zh, en }，写明单位、范围、日期或用词',
      en: 'Add a note { zh, en } at every place: the unit, scope, date or word used there',
    },
  }
}
