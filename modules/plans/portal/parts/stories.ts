import { type Html, html, safeHref, statusMark } from '@opensti/ui/portal'
import type { RegionView } from '../../contract.ts'
import type { Voice } from '../page.ts'

type Story = RegionView['stories'][number]

/** What each kind of story looks like: the mark repeats what the word says. */
const marks = {
  'passed-early': 'reached',
  far: 'far-behind',
  missed: 'missed',
  disagree: 'behind',
  unknown: 'no-data',
  lost: 'no-data',
} as const

/** The facts worth telling first; the rest folded away below them. */
export function storyList(stories: readonly Story[], voice: Voice, first: number, wide: boolean): Html | false {
  if (stories.length === 0) return false
  const lead = oneOfEachFirst(stories).slice(0, first)
  const rest = stories.filter((story) => !lead.includes(story))
  return html`<div><ul class="stories${wide && ' wide'}">${lead.map((story) => item(story, voice))}</ul>${
    rest.length > 0 &&
    html`<details class="more"><summary>${voice.text.moreStories(rest.length)}</summary><ul class="stories${wide && ' wide'}">${rest.map((story) => item(story, voice))}</ul></details>`
  }</div>`
}

/** What is told only when nothing else is left to tell: that something is missing. */
const last: readonly Story['kind'][] = ['unknown', 'lost']

/** Kinds take turns, so that four stories are not four of one kind; what is missing comes after what is there. */
function oneOfEachFirst(stories: readonly Story[]): Story[] {
  const missing = (story: Story) => last.includes(story.kind)
  return [...takingTurns(stories.filter((story) => !missing(story))), ...takingTurns(stories.filter(missing))]
}

function takingTurns(stories: readonly Story[]): Story[] {
  const kinds = [...new Set(stories.map((story) => story.kind))]
  const queues = kinds.map((kind) => stories.filter((story) => story.kind === kind))
  const longest = Math.max(0, ...queues.map((queue) => queue.length))
  return Array.from({ length: longest }, (_, i) => queues.flatMap((queue) => queue[i] ?? [])).flat()
}

function item(story: Story, { text, say, to }: Voice): Html {
  const mark = marks[story.kind]
  return html`<li><span class="kind"><span class="status s-${mark}">${statusMark(mark)}${text.storyKinds[story.kind]}</span></span><a href="${to(safeHref(story.href))}">${say(story.text)}</a></li>`
}
