import { html } from '@opensti/ui/portal'
import { regionAddress } from '../addresses.ts'
import type { HomeView, RegionView } from '../contract.ts'
import { type PortalPage, renderPage, type Voice, voiceOf } from './page.ts'
import { planLine } from './parts/plan-line.ts'
import { storyList } from './parts/stories.ts'

/** The front page: every region, where its plans stand, and the stories worth knowing first. */
export function homePage(view: HomeView, page: PortalPage): string {
  const voice = voiceOf(page)
  const { text } = voice
  const shown = view.regions.filter((region) => region.plans.length > 0 || region.stories.length > 0)
  return renderPage(page, {
    title: text.homeTitle,
    description: text.homeDescription,
    crumbs: [],
    body: html`<div class="intro"><h1>${text.homeTitle}</h1><p class="lead">${text.homeLead}</p></div>${
      shown.length === 0
        ? html`<p class="empty">${text.homeEmpty}</p>`
        : shown.map((region) => regionPart(region, voice))
    }`,
  })
}

function regionPart(view: RegionView, voice: Voice) {
  const { say, to } = voice
  const plans = view.plans.map((plan) => planLine(plan, voice))
  const stories = storyList(view.stories, voice, 4, false)
  const id = `r-${view.region.id}`
  return html`<section class="region" aria-labelledby="${id}"><h2 id="${id}"><a href="${to(regionAddress(view.region.id))}">${say(view.region.name)}</a>${view.region.invented && html`<span class="tag unsure">${voice.text.invented}</span>`}</h2>${
    stories ? html`<div class="columns aside"><div>${plans}</div>${stories}</div>` : plans
  }</section>`
}
