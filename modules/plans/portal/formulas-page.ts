import { formatNumber, statusKeys, statusMarks } from '@opensti/ui'
import { type Html, html, statusBadge } from '@opensti/ui/portal'
import type { Name, Status } from '../contract.ts'
import { thresholds } from '../domain/progress/status.ts'
import { formulaTexts, pathTexts, startTexts } from './formulas-text.ts'
import { type PortalPage, renderPage, section, type Voice, voiceOf } from './page.ts'

const title: Name = { zh: '进度是怎样算出来的', en: 'How progress is computed' }
const lead: Name = {
  zh: '同一类目标用同一个算式。算式只看目标怎样写、数的是什么，不看结果。每个指标页都列出代入的数，任何人都可以重算。',
  en: 'Targets of one kind share one formula. It depends on how the target is worded and what is counted, never on the result. Every indicator page lists the numbers that went in, so that anyone can compute it again.',
}

/** The formulas that every progress figure on the portal was computed with. */
export function formulasPage(page: PortalPage): string {
  const voice = voiceOf(page)
  const { text, say } = voice
  const rules = Object.keys(formulaTexts) as (keyof typeof formulaTexts)[]
  return renderPage(page, {
    title: say(title),
    description: say(lead),
    section: 'formulas',
    crumbs: [{ label: text.formulas }],
    body: html`<div class="intro"><h1>${say(title)}</h1><p class="lead">${say(lead)}</p></div>${section(
      'statuses',
      say({ zh: '八种状态', en: 'Eight statuses' }),
      statuses(voice),
    )}${section(
      'rules',
      say({ zh: '各类目标的算式', en: 'Formulas by kind of target' }),
      html`${rules.map((rule) => {
        const { when, formula, example } = formulaTexts[rule]
        return html`<div class="group prose" id="${rule}"><h3>${text.rule[rule]}</h3><p>${say(when)}</p><p class="formula">${say(formula)}</p><p class="muted">${say({ zh: '例：', en: 'Example: ' })}${say(example)}</p></div>`
      })}`,
    )}${section(
      'starts',
      say({ zh: '起点', en: 'The start' }),
      html`${startTexts.map((one) => html`<div class="group prose"><h3>${say(one.heading)}</h3><p>${say(one.body)}</p></div>`)}`,
    )}${section(
      'paths',
      say({ zh: '序时进度', en: 'What the path asks for' }),
      html`<div class="columns two">${pathTexts.map((path) => html`<div class="panel"><h3>${say(path.heading)}</h3><p class="lead">${say(path.body)}</p></div>`)}</div>`,
    )}`,
  })
}

function statuses({ say, text, language }: Voice): Html {
  const percent = (share: number) => `${formatNumber(share * 100)}%`
  const { ahead, onTrack, behind } = thresholds
  const pace = (zh: string, en: string): Name => ({ zh: `完成数与序时数之比${zh}`, en: `Pace ${en}` })
  const when: Partial<Record<Status, Name>> = {
    ahead: pace(`不低于 ${percent(ahead)}`, `at least ${percent(ahead)}`),
    'on-track': pace(
      `在 ${percent(onTrack)} 到 ${percent(ahead)} 之间`,
      `from ${percent(onTrack)} to ${percent(ahead)}`,
    ),
    behind: pace(`在 ${percent(behind)} 到 ${percent(onTrack)} 之间`, `from ${percent(behind)} to ${percent(onTrack)}`),
    'far-behind': pace(`低于 ${percent(behind)}`, `below ${percent(behind)}`),
  }
  return html`<p>${say({
    zh: '“完成数与序时数之比”，是起点以来做到的，除以序时进度要求做到的；起点未知就没有这个比，也就不判断快慢。界线由本平台约定，公开并且一视同仁。',
    en: 'Pace is what was achieved since the start, divided by what the path asks for since the start; where no start is known there is none, and nothing is said of it. The limits are our own convention, published and the same for all.',
  })}</p><table><caption class="hidden">${text.status}</caption><thead><tr><th scope="col">${text.status}</th><th scope="col">${say({ zh: '含义', en: 'Meaning' })}</th><th scope="col">${say({ zh: '界线', en: 'Limit' })}</th></tr></thead><tbody>${statusKeys.map(
    (status) => {
      const limit = when[status]
      return html`<tr><th scope="row">${statusBadge(status, language)}</th><td>${statusMarks[status].meaning[language]}</td><td>${limit ? say(limit) : '—'}</td></tr>`
    },
  )}</tbody></table>`
}
