import { type Html, html } from '@opensti/ui/portal'
import { releaseAddress } from '../../addresses.ts'
import type { Value } from '../../contract.ts'
import type { Voice } from '../page.ts'

/** Which vintage a figure is, once there has been more than one. */
export function vintageNote(value: Value, { text }: Voice): Html | false {
  return value.vintage > 1 && html`<span class="under"><a href="#revisions">${text.vintageOf(value.vintage)}</a></span>`
}

/** Who released a figure here, with the way to that release. Figures of papers have their citation instead. */
export function releaseNote({ release }: Value, { text, say, to }: Voice): Html | false {
  return (
    !!release &&
    html`<span class="under">${say(release.by)} · <a href="${to(releaseAddress(release.id))}">${text.releasePage}</a></span>`
  )
}
