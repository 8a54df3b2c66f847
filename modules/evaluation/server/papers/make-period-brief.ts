import { periodName } from '@opensti/kernel'
import { makeWord } from '@opensti/office'
import { makeAnnex } from './brief-annex.ts'
import { digestOfFacts } from './brief-facts.ts'
import { type OnePage, onePage, type Room } from './one-page.ts'
import { type BriefIssue, type PeriodFacts, periodBrief, troubledOf } from './period-brief.ts'
import { oneByOne } from './queue.ts'

/** Formats of a draft. */
export type DraftFormat = 'pdf' | 'docx' | 'xlsx'

/** The drafts made last, by what they say; asking twice, or by two people at once, makes one. */
const made = new Map<string, Promise<Uint8Array>>()
const fitted = new Map<string, Promise<OnePage>>()
const keptMost = 32
/** In which room a brief that names so many fitted last. */
const roomsBefore = new Map<number, Room>()

/**
 * The brief as it would be issued now, marked as a draft. The same facts give the same bytes.
 * @throws `papers_busy` (503)
 */
export function makeDraft(facts: PeriodFacts, format: DraftFormat): Promise<Uint8Array> {
  const key = digestOfFacts(facts)
  return once(made, `${format} ${key}`, async () => {
    if (format === 'xlsx') return makeAnnex(facts, null)
    const page = await once(fitted, key, () => oneByOne(() => fit(facts, null)))
    return format === 'pdf' ? page.pdf : oneByOne(() => makeWord(page.paper, meansOf(facts)))
  })
}

/**
 * All papers of a brief that is being issued, made of its facts alone.
 * @throws `papers_busy` (503)
 */
export async function makeIssue(
  facts: PeriodFacts,
  issue: NonNullable<BriefIssue>,
): Promise<Record<DraftFormat, Uint8Array>> {
  const { length } = troubledOf(facts)
  // The draft that its issuer has seen fitted in a room in which this will fit too, most of the time; else briefs of as many did.
  const draft = await fitted.get(digestOfFacts(facts))
  const page = await oneByOne(() => fit(facts, issue, draft?.room ?? roomsBefore.get(length)))
  roomsBefore.set(length, page.room)
  const [docx, xlsx] = await oneByOne(() =>
    Promise.all([makeWord(page.paper, meansOf(facts)), makeAnnex(facts, issue)]),
  )
  return { pdf: page.pdf, docx, xlsx }
}

/** What its file is called, without an ending: region, period, and whether it is a draft or which edition. */
export function nameOfBrief(facts: Pick<PeriodFacts, 'plan' | 'period'>, issue: { edition: number } | null): string {
  const what = issue ? (issue.edition > 1 ? `（第${issue.edition}次签发）` : '') : '（草稿）'
  return `${facts.plan.region.name.zh}-${periodName(facts.period).zh}-一页纸专报${what}`
}

const meansOf = (facts: PeriodFacts) => ({ madeAt: new Date(`${facts.day}T00:00:00Z`), author: facts.office.zh })

function fit(facts: PeriodFacts, issue: BriefIssue, hint?: Room): Promise<OnePage> {
  return onePage((room) => periodBrief(facts, issue, room), meansOf(facts), hint)
}

/** What is being made or was made under this key; what failed is made again. The oldest are forgotten. */
function once<Made>(kept: Map<string, Promise<Made>>, key: string, make: () => Promise<Made>): Promise<Made> {
  const known = kept.get(key)
  if (known) return known
  const making = make()
  kept.set(key, making)
  making.catch(() => kept.delete(key))
  const oldest = kept.keys().next().value
  if (kept.size > keptMost && oldest !== undefined) kept.delete(oldest)
  return making
}
