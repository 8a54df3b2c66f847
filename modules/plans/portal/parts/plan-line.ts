import { formatYears } from '@opensti/ui'
import { type Html, html } from '@opensti/ui/portal'
import { planAddress } from '../../addresses.ts'
import type { RegionView } from '../../contract.ts'
import type { Voice } from '../page.ts'
import { statusCounts } from './status-counts.ts'

/** One plan in one line: its name, its years, and the status of its indicators. */
export function planLine(plan: RegionView['plans'][number], voice: Voice): Html {
  const { text, say, to, language } = voice
  // Many plans carry their years in their name already.
  const years = !say(plan.name).includes(String(plan.startYear)) && formatYears(plan.startYear, plan.endYear, language)
  return html`<div class="plan-line"><h3><a href="${to(planAddress(plan.regionId, plan.id))}">${say(plan.name)}</a>${years && html`<span class="years">${years}</span>`}${!plan.published && html`<span class="tag unsure">${text.draft}</span>`}</h3>${statusCounts(plan.counts, voice, true)}</div>`
}
