import type { Language } from '@opensti/kernel'
import { formatDate } from '@opensti/ui'

const two = (value: number) => String(value).padStart(2, '0')

/** A moment where the reader is: 2026年11月18日 16:00; 18 November 2026, 16:00. */
export function formatMoment(iso: string, language: Language): string {
  const moment = new Date(iso)
  const day = `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`
  const time = `${two(moment.getHours())}:${two(moment.getMinutes())}`
  return `${formatDate(day, language)}${language === 'zh' ? ' ' : ', '}${time}`
}
