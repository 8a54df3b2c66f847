import type { Language } from '@opensti/kernel'
import { formatDate } from '@opensti/ui'

/** All regions of this house keep the same time, whatever the clock of the reader's desk says. */
const zone = { name: 'Asia/Shanghai', offset: '+08:00' }

/** The second at which something becomes public, as the region's clocks show it, with whose time it is. */
export function formatPublicMoment(iso: string, language: Language): string {
  const text = new Intl.DateTimeFormat('sv-SE', { timeZone: zone.name, dateStyle: 'short', timeStyle: 'medium' })
  const [day = '', time = ''] = text.format(new Date(iso)).split(' ')
  const date = formatDate(day, language)
  return language === 'zh' ? `${date} ${time}（北京时间）` : `${date}, ${time} (Beijing time)`
}

/** What was typed into a field for day and time, as a moment. It is the region's time. */
export function momentTyped(text: string): string {
  return new Date(`${text}${zone.offset}`).toISOString()
}
