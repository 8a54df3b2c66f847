import { type Html, html, join } from '@opensti/ui/portal'
import { unitAddress } from '../../addresses.ts'
import type { UnitRef } from '../../contract.ts'
import type { Voice } from '../page.ts'

/** Units one after another, short forms in lists and full names where there is room. */
export function unitLinks(units: readonly UnitRef[], { say, to, text }: Voice, full = false): Html {
  return join(
    units.map(
      (unit) =>
        html`<a href="${to(unitAddress(unit.id))}">${say(full ? unit.name : unit.shortName) || say(unit.name)}</a>`,
    ),
    text.list,
  )
}

/** Who leads a task and who joins in, in one line. */
export function whoDoes(task: { lead: readonly UnitRef[]; coop: readonly UnitRef[] }, voice: Voice): Html {
  const { text } = voice
  return html`${task.lead.length > 0 && html`${text.lead}${text.colon}${unitLinks(task.lead, voice)}`}${
    task.coop.length > 0 &&
    html`${task.lead.length > 0 && html`<br>`}${text.coop}${text.colon}${unitLinks(task.coop, voice)}`
  }`
}
