import { randomUUID } from 'node:crypto'
import { callerFor } from './caller.ts'
import { type Field, race } from './race-field.ts'
import type { Race } from './race-track.ts'
import { canaryPaper, home, signInName } from './world.ts'

interface Seen {
  id: string
  version: number
  missing: object | null
  figure: (Record<string, unknown> & { value: number }) | null
}

const deeds = ['accept', 'correct', 'reject', 'reopen'] as const
type Deed = (typeof deeds)[number]

export function decisionOn(
  reading: string,
  { id, version, figure }: Seen,
  deed: Deed,
  more: Record<string, unknown> = {},
) {
  const corrected = deed === 'correct' || Object.keys(more).length > 0
  const verb = deed === 'correct' ? 'accept' : deed
  const decision = { candidateId: id, version, verb, ...(corrected && { figure: { ...figure, ...more } }) }
  return ['POST', `/api/readings/${reading}/decisions`, { decisions: [decision] }] as const
}

export async function read(
  { db, server }: Field,
  value: number,
): Promise<{ id: string; plan: string; candidates: Seen[] }> {
  const call = await callerFor(db, server, signInName('planner', home))
  const text = canaryPaper({ title: `两人同读之${value}`, indicator: '某指数', task: '某任务', value })
  const { id } = (await call('POST', '/api/readings', { regionId: home, title: `两人同读之${value}`, text })) as {
    id: string
  }
  const view = (await call('GET', `/api/readings/${id}`)) as { candidates: Seen[]; plan: { id: string } }
  return { id, plan: view.plan.id, candidates: view.candidates.filter((one) => one.figure && one.missing === null) }
}

/** Every pair of deeds of two planners on one candidate, open and accepted; and on two that touch each other. */
export async function racesOverCandidates(field: Field): Promise<Race[]> {
  const { planner, secondPlanner } = field
  const races: Race[] = []
  const { id, candidates } = await read(field, 5000)
  const [open, other, toAccept] = candidates as [Seen, Seen, Seen]
  const call = await callerFor(field.db, field.server, signInName('planner', home))
  await call(...decisionOn(id, toAccept, 'accept'))
  const starts = { open, accepted: { ...toAccept, version: 1 } }
  for (const [start, seen] of Object.entries(starts)) {
    for (const [at, first] of deeds.entries()) {
      for (const second of deeds.slice(at)) {
        const value = seen.figure!.value
        const firstly = planner(...decisionOn(id, seen, first, first === 'correct' ? { value: value + 1 } : {}))
        const secondly = secondPlanner(
          ...decisionOn(id, seen, second, second === 'correct' ? { value: value + 2 } : {}),
        )
        races.push(race(`candidate ${start}: ${first} × ${second}`, firstly, secondly))
      }
    }
  }
  const another = await read(field, 7000)
  const named = { indicatorId: null, name: '两人同名的新指标', unit: '件' }
  races.push(
    race(
      'two candidates of one reading: accept × accept',
      planner(...decisionOn(id, open, 'accept')),
      secondPlanner(...decisionOn(id, other, 'accept')),
    ),
    race(
      'all that is certain × accept one of it',
      planner('POST', `/api/readings/${another.id}/decisions/together`, { verb: 'accept-sure', batch: randomUUID() }),
      secondPlanner(...decisionOn(another.id, another.candidates[0]!, 'accept')),
    ),
    race(
      'all that is certain × all that is certain',
      planner('POST', `/api/readings/${another.id}/decisions/together`, { verb: 'accept-sure', batch: randomUUID() }),
      secondPlanner('POST', `/api/readings/${another.id}/decisions/together`, {
        verb: 'accept-sure',
        batch: randomUUID(),
      }),
    ),
    race(
      'two readings name one new indicator: correct × correct',
      planner(...decisionOn(id, open, 'correct', named)),
      secondPlanner(...decisionOn(another.id, another.candidates[0]!, 'correct', named)),
    ),
  )
  return races
}

export async function racesOverPlans(field: Field): Promise<Race[]> {
  const { planner, secondPlanner } = field
  const draft = await read(field, 6000)
  const open = await read(field, 6500)
  const publication = (plan: string, published: boolean) =>
    [
      'PUT',
      `/api/regions/${home}/plans/${plan}/publication`,
      { published, because: published ? null : '核对口径' },
    ] as const
  const call = await callerFor(field.db, field.server, signInName('planner', home))
  await call(...publication(open.plan, true))
  const accept = (of: typeof draft) => decisionOn(of.id, of.candidates[1]!, 'accept')
  const paper = (text: string, planId?: string) =>
    ['POST', '/api/readings', { regionId: home, title: '同一份文件', text, ...(planId && { planId }) }] as const
  const text = canaryPaper({ title: '同一份文件', indicator: '某指数', task: '某任务', value: 8000 })
  return [
    race(
      'publish × publish',
      planner(...publication(draft.plan, true)),
      secondPlanner(...publication(draft.plan, true)),
    ),
    race(
      'publish × withdraw',
      planner(...publication(draft.plan, true)),
      secondPlanner(...publication(draft.plan, false)),
    ),
    race('publish × accept in it', planner(...publication(draft.plan, true)), secondPlanner(...accept(draft))),
    race('withdraw × accept in it', planner(...publication(open.plan, false)), secondPlanner(...accept(open))),
    race('read one text × read it too', planner(...paper(text)), secondPlanner(...paper(text))),
    race('read two texts', planner(...paper(text)), secondPlanner(...paper(`${text}附：另一份。`))),
    race(
      'read for a plan × publish it',
      planner(...paper(text, draft.plan)),
      secondPlanner(...publication(draft.plan, true)),
    ),
  ]
}
