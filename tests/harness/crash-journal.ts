import { randomUUID } from 'node:crypto'
import { Refused, type RunningHouse, send, signIn } from './running-house.ts'

/** What the server has confirmed of one candidate. */
export interface Acknowledged {
  version: number
  state: string
}

/** A request with a key, so that it can be sent again without being done again. */
export interface Deed {
  key: string
  cookie: string
  path: string
  body: object
  /** The candidate that it decides; null for an invitation. */
  candidate: { id: string; next: Acknowledged } | null
  /** The name that it invites; null for a decision. */
  invited: string | null
}

export interface Journal {
  /** Of sign-ins that the server confirmed once; they have to outlive every crash. */
  cookies: { planner: string; keeper: string; auditor: string }
  readingId: string
  acknowledged: Map<string, Acknowledged>
  /** Names whose invitation was confirmed. */
  invited: Set<string>
  /** Sent when the server died: done or not, nobody knows. */
  unanswered: Deed[]
  /** The last ones that were confirmed, with the answers. */
  answered: { deed: Deed; answer: string }[]
  total: number
  replays: { performed: number; alreadyDone: number; sameAnswer: number }
  /** Of the last verification. */
  audit: { seals: number; entries: number }
}

/** Signs in as a planner and gives the house a paper with many figures to decide about. */
export async function begin(house: RunningHouse): Promise<Journal> {
  const cookies = {
    planner: await signIn(house, 'chen.mei'),
    keeper: await signIn(house, 'xu.lan'),
    auditor: await signIn(house, 'tang.wen'),
  }
  const lines = Array.from({ length: 24 }, (_, at) => `到2030年，第${at + 1}类科技企业达到${1000 + at}家。`)
  const text = ['崩溃演练规划', '', '一、目标', ...lines, ''].join('\n')
  const { id } = (await send(house, cookies.planner, 'POST', '/api/readings', {
    regionId: 'lakeside',
    title: '崩溃演练规划',
    text,
  })) as { id: string }
  const view = (await send(house, cookies.planner, 'GET', `/api/readings/${id}`)) as {
    candidates: (Acknowledged & { id: string })[]
  }
  const acknowledged = new Map(view.candidates.map(({ id: one, version, state }) => [one, { version, state }]))
  if (acknowledged.size < 8)
    throw new Error(`The paper gave ${acknowledged.size} candidates; the harness wants at least 8.`)
  return {
    cookies,
    readingId: id,
    acknowledged,
    invited: new Set(),
    unanswered: [],
    answered: [],
    total: 0,
    replays: { performed: 0, alreadyDone: 0, sameAnswer: 0 },
    audit: { seals: 0, entries: 0 },
  }
}

/**
 * Writers who decide candidate after candidate, and one who invites person after person, and note in the journal whatever
 * the server confirms, until told to stop. `early` notes it before the server has answered: the planted fault of a
 * confirmation that comes before the commit.
 */
export function startWriters(
  house: RunningHouse,
  journal: Journal,
  { writers = 4, early = false } = {},
): { stop(): Promise<void> } {
  let stopped = false
  const all = [...journal.acknowledged.keys()]
  const perform = async (deed: Deed) => {
    if (early) note(journal, deed)
    else journal.unanswered.push(deed)
    try {
      const answer = await send(house, deed.cookie, 'POST', deed.path, deed.body, deed.key)
      note(journal, deed)
      journal.total += 1
      journal.answered.push({ deed, answer: JSON.stringify(answer) })
      journal.answered.splice(0, journal.answered.length - 12)
    } catch (error) {
      // Refused because of others who write: on with the next. No answer at all, or one that says that the database went
      // away in the midst of it: nobody knows whether it is done.
      if (!(error instanceof Refused) || error.status >= 500) throw error
    }
    journal.unanswered.splice(journal.unanswered.indexOf(deed), early ? 0 : 1)
  }
  const work = async (next: (at: number) => Deed) => {
    try {
      for (let at = 0; !stopped; at += 1) await perform(next(at))
    } catch {
      // The power is gone; what was under way stays in the journal as unanswered.
    }
  }
  const running = Array.from({ length: writers }, (_, writer) => {
    const own = all.filter((_id, at) => at % writers === writer)
    return work((at) => decision(journal, own[at % own.length]!))
  })
  running.push(work(() => invitation(journal)))
  return {
    stop: async () => {
      stopped = true
      await Promise.all(running)
    },
  }
}

function decision({ cookies, readingId, acknowledged }: Journal, id: string): Deed {
  const { version, state } = acknowledged.get(id)!
  const verb = state === 'accepted' ? 'reopen' : 'accept'
  return {
    key: randomUUID(),
    cookie: cookies.planner,
    path: `/api/readings/${readingId}/decisions`,
    body: { decisions: [{ candidateId: id, version, verb }] },
    candidate: { id, next: { version: version + 1, state: verb === 'accept' ? 'accepted' : 'open' } },
    invited: null,
  }
}

function invitation({ cookies }: Journal): Deed {
  const name = `guest.${randomUUID()}`
  return {
    key: randomUUID(),
    cookie: cookies.keeper,
    path: '/api/accounts/invitations',
    body: { regionId: 'lakeside', name: '受邀者', signInName: name },
    candidate: null,
    invited: name,
  }
}

export function note(journal: Journal, { candidate, invited }: Deed): void {
  if (candidate) journal.acknowledged.set(candidate.id, candidate.next)
  if (invited) journal.invited.add(invited)
}
