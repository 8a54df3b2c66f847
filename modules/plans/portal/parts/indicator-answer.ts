import { type Html, html, statusBadge } from '@opensti/ui/portal'
import { planAddress } from '../../addresses.ts'
import type { IndicatorView } from '../../contract.ts'
import type { Voice } from '../page.ts'
import { amountText, judged, periodText, targetText, valueText } from './figures.ts'
import { lastTarget } from './last-target.ts'
import { statusWords } from './progress-words.ts'

/** The few numbers a reader came for: the latest value, the target, how far, and the word for it. */
export function answer(view: IndicatorView, main: IndicatorView['plans'][number] | null, voice: Voice): Html {
  const { text, say, to, language } = voice
  const facts = main && judged(main.progress)
  const target = main && lastTarget(main)
  const latest = view.values.findLast((value) => !main || value.period.slice(0, 4) <= String(main.plan.endYear)) ?? null
  const value =
    facts && facts.actual.value !== null && main
      ? html`${amountText(facts.actual.value, facts.actual.unit || view.unit, main.progress.rule, voice)}<small>${say(facts.actual.label)}</small>`
      : latest
        ? html`${valueText(latest, main?.progress.rule ?? 'at-least', voice)}<small>${periodText(latest.period, voice)}</small>`
        : html`${text.noValue}`
  return html`<dl class="answer"><div><dt>${text.latestValue}</dt><dd class="first">${value}</dd></div>${
    target &&
    main &&
    html`<div><dt>${text.target}</dt><dd>${targetText(target, main.progress.rule, voice)}<small>${target.year !== null && html`${periodText(String(target.year), voice)} · `}<a href="${to(planAddress(main.plan.regionId, main.plan.id))}">${say(main.plan.name)}</a></small></dd></div>`
  }${
    main &&
    html`<div><dt>${text.status}</dt><dd>${statusBadge(main.progress.status, language, true)}${statusWords(
      main.progress,
      view.unit,
      voice,
    ).map((line) => html`<small>${line}</small>`)}</dd></div>`
  }</dl>`
}
