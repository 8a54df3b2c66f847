import { formatDay, localDay } from '@opensti/ui'
import { useLanguage } from '@opensti/ui/workbench'
import { useTranslation } from 'react-i18next'
import type { CycleView } from '../../contract.ts'

/** When a period would be due and why: the n-th working day, with the holidays and worked weekends on the way. */
export function DueWhy({ workday, next }: { workday: number; next: NonNullable<CycleView['next']> }) {
  const { t } = useTranslation('reporting')
  const { language } = useLanguage()
  const day = (one: string) => formatDay(one, language)
  const parts = [
    t('cycles.why', { due: day(localDay(new Date(next.dueAt))), from: day(next.from), workday }),
    next.holidays.length > 0 && t('cycles.holidays', { days: spans(next.holidays, day).join(t('list')) }),
    next.workedWeekends.length > 0 && t('cycles.worked', { days: next.workedWeekends.map(day).join(t('list')) }),
    !next.calendarKnown && t('cycles.unknown', { year: localDay(new Date(next.dueAt)).slice(0, 4) }),
  ]
  return <p>{parts.filter(Boolean).join(t('cycles.join'))}</p>
}

/** Days that follow each other as one span. */
function spans(days: readonly string[], say: (day: string) => string): string[] {
  const found: string[][] = []
  for (const day of days) {
    const last = found.at(-1)
    const follows = last && Date.parse(day) - Date.parse(last.at(-1) ?? '') === 86_400_000
    if (follows) last.push(day)
    else found.push([day])
  }
  return found.map((span) => {
    const [first = '', last = first] = [span[0], span.at(-1)]
    return first === last ? say(first) : `${say(first)}—${say(last)}`
  })
}
