import { formatDate } from '@opensti/ui'
import { html } from '@opensti/ui/portal'
import { regionAddress } from '../addresses.ts'
import type { Name, RegionRef } from '../contract.ts'
import { type PortalPage, renderPage, voiceOf } from './page.ts'

/** Instead of a plan that was withdrawn: that there was one, since when it is gone, who withdrew it, and why. */
export function withdrawnPage(
  view: { region: RegionRef; publicDay: string | null; day: string | null; by: Name | null; because: Name | null },
  page: PortalPage,
): string {
  const { text, say, to, language } = voiceOf(page)
  const region = say(view.region.name)
  const [publicDay, day] = [view.publicDay, view.day].map((one) => one && formatDate(one, language))
  const title = text.withdrawn.title
  return renderPage(page, {
    title: `${title} · ${region}`,
    description: title,
    region: view.region.id,
    noIndex: true,
    crumbs: [{ label: region, href: to(regionAddress(view.region.id)) }, { label: title }],
    body: html`<div class="intro"><p class="kicker">${region}</p><h1>${title}</h1><p class="lead">${text.withdrawn.lead(publicDay || null, day || null, view.by && say(view.by))}</p></div><div class="note"><h2>${text.withdrawn.why}</h2><p>${view.because ? say(view.because) : text.withdrawn.notSaid}</p></div><p class="actions"><a href="${to(regionAddress(view.region.id))}">${text.withdrawn.others(region)}</a></p>`,
  })
}
