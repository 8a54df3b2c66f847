import { statusKeys, statusMarks } from '@opensti/ui'
import { statusStrip } from '@opensti/ui/charts'
import { type Html, html, statusMark } from '@opensti/ui/portal'
import type { PlanView } from '../../contract.ts'
import type { Voice } from '../page.ts'

type Counts = PlanView['counts']

export function totalOf(counts: Counts): number {
  return statusKeys.reduce((sum, status) => sum + (counts[status] ?? 0), 0)
}

/** How many indicators have which status: a bar for the eye, and the words with their numbers below it. */
export function statusCounts(counts: Counts, voice: Voice, tight = false): Html {
  const { language, text } = voice
  const total = totalOf(counts)
  if (total === 0) return html`<p class="muted">${text.noStatuses}</p>`
  const shown = statusKeys.map((status) => ({ status, count: counts[status] ?? 0 })).filter(({ count }) => count > 0)
  const label = `${text.statusCounts(total)}${text.colon}${shown
    .map(({ status, count }) => `${statusMarks[status].word[language]} ${count}`)
    .join(text.list)}`
  return html`${statusStrip({ counts: shown, label })}<ul class="counts${tight && ' tight'}">${shown.map(
    ({ status, count }) =>
      html`<li class="s-${status}">${statusMark(status)}<span class="word">${statusMarks[status].word[language]}</span> <b>${count}</b></li>`,
  )}</ul>`
}
