import { actor } from '@opensti/accounts/testing'
import { connect, type Database, json } from '@opensti/db'
import type { Context, Route } from '@opensti/http'
import { type Actor, AppError, newId, systemClock } from '@opensti/kernel'
import { sql } from 'kysely'
import { Conductor } from './interleavings.ts'
import { addPerson, canaryPaper, cookieFor, home, houseServer, routesOf, signInName } from './world.ts'

/** What a planner may do with a candidate. */
export const deeds = ['accept', 'correct', 'reject', 'reopen'] as const
export type Deed = (typeof deeds)[number]
export type Start = 'open' | 'accepted'

/** What became of one planner’s request. */
export type Outcome = 'done' | 'overtaken' | string

/** Decides one candidate at the version seen; throws what the route throws. */
export type Decide = (db: Database, who: Actor, deed: Deed, candidate: Seen) => Promise<void>

interface Seen {
  readingId: string
  id: string
  version: number
  figure: Record<string, unknown> & { value: number }
}

export interface Bench {
  readingId: string
  candidateId: string
  planners: readonly [Actor, Actor]
}

/** A reading with one candidate for two planners to meet over. */
export async function prepareBench(db: Database): Promise<Bench> {
  const server = await houseServer(db)
  const headers = await cookieFor(db, signInName('planner', home))
  const payload = {
    regionId: home,
    title: '两人同读',
    text: canaryPaper({ title: '两人同读', indicator: '某指数', task: '某任务', value: 5000 }),
  }
  const started = await server.inject({ method: 'POST', url: '/api/readings', headers, payload })
  await server.close()
  const readingId = (started.json() as { id: string }).id
  await addPerson(db, home, 'second-planner', ['planner'])
  const { id } = await db
    .selectFrom('plans.candidate')
    .select('id')
    .where('reading_id', '=', readingId)
    .where('kind', '=', 'figure')
    .orderBy('position')
    .executeTakeFirstOrThrow()
  return {
    readingId,
    candidateId: id,
    planners: [await actor(db, signInName('planner', home)), await actor(db, 'second-planner')],
  }
}

const decisionRoute = routesOf().find((route) => route.url === '/api/readings/:reading/decisions')!

/** As the product decides: the route’s own handler. */
export const decideAsHouse: Decide = async (db, who, deed, seen) => {
  const { figure } = seen
  const decision = {
    candidateId: seen.id,
    version: seen.version,
    verb: deed === 'correct' ? 'accept' : deed,
    ...(deed === 'correct' && { figure: { ...figure, value: figure.value + 1 } }),
  }
  await handle(decisionRoute, { db, actor: who, params: { reading: seen.readingId }, body: { decisions: [decision] } })
}

async function handle(route: Route, parts: Pick<Context, 'db' | 'actor' | 'params' | 'body'>): Promise<void> {
  const context = {
    ...parts,
    clock: systemClock,
    language: 'zh',
    query: {},
    requestId: newId(),
    address: '',
  }
  await route.handle(context as unknown as Context)
}

const stateAfter: Record<Deed, 'open' | 'accepted' | 'rejected'> = {
  accept: 'accepted',
  correct: 'accepted',
  reject: 'rejected',
  reopen: 'open',
}

/** Planted fault: looks, then writes, in READ COMMITTED, and never asks whether somebody was there in between. */
export const decideCarelessly: Decide = async (db, who, deed, seen) => {
  await db
    .transaction()
    .setIsolationLevel('read committed')
    .execute(async (tx) => {
      const row = await tx
        .selectFrom('plans.candidate')
        .select(['version', 'proposal'])
        .where('id', '=', seen.id)
        .executeTakeFirstOrThrow()
      await tx
        .updateTable('plans.candidate')
        .set({
          state: stateAfter[deed],
          version: row.version + 1,
          ledger_id: stateAfter[deed] === 'accepted' ? `careless/${newId()}` : null,
        })
        .where('id', '=', seen.id)
        .execute()
      await tx
        .insertInto('plans.decision')
        .values({
          candidate_id: seen.id,
          version: sql<number>`(select coalesce(max(version), 0) + 1 from plans.decision where candidate_id = ${seen.id})`,
          verb: deed,
          before: json({}),
          after: json({}),
          decided_by: who.kind === 'person' ? who.personId : newId(),
        })
        .execute()
    })
}

export interface Race {
  start: Start
  pair: readonly [Deed, Deed]
  schedule: readonly (0 | 1)[]
}

/** The statements at which two planners can get in each other’s way: beginning, looking at the candidate, writing it, committing. */
function matters(statement: string): boolean {
  return /^(begin|start transaction|commit)\b/i.test(statement) || statement.includes('"plans"."candidate"')
}

/** How many of those one decision sends. */
export const statementsOfDecision = 4

/** A pair of connections for racing, and a quiet one for looking. */
export class RaceTrack {
  #conductor = new Conductor()
  readonly #clients: readonly [Database, Database]
  readonly #quiet: Database
  readonly #bench: Bench

  constructor(quiet: Database, url: string, bench: Bench) {
    this.#quiet = quiet
    this.#bench = bench
    this.#clients = [this.#client(url, 0), this.#client(url, 1)]
  }

  #client(url: string, client: 0 | 1): Database {
    let committed = false
    return connect({
      url,
      max: 1,
      applicationName: `race ${client}`,
      beforeStatement: async (statement) => {
        if (/^(begin|start transaction)\b/i.test(statement)) committed = false
        if (committed || !matters(statement)) return
        await this.#conductor.gates[client].before(statement)
        if (/^commit\b/i.test(statement)) committed = true
      },
    })
  }

  async stop(): Promise<void> {
    await Promise.all(this.#clients.map((client) => client.destroy()))
  }

  /** Runs one race; what is wrong with its end, or null. */
  async run(race: Race, decide: Decide): Promise<string | null> {
    const seen = await this.#putAt(race.start)
    const decisionsBefore = await this.#decisions()
    const conductor = new Conductor()
    this.#conductor = conductor
    const outcomes = [0, 1].map(async (client) => {
      const which = client as 0 | 1
      try {
        await decide(this.#clients[which], this.#bench.planners[which], race.pair[which], seen)
        return 'done'
      } catch (error) {
        return error instanceof AppError ? error.code : String(error)
      } finally {
        conductor.finish(which)
      }
    })
    await conductor.conduct(race.schedule, 40)
    return this.#judge(race, seen, decisionsBefore.length, await Promise.all(outcomes))
  }

  /** One planner decides, as the other finds out; whoever is second by the sequential order learns that she was overtaken. */
  async #judge(race: Race, seen: Seen, before: number, outcomes: readonly Outcome[]): Promise<string | null> {
    const winners = outcomes.filter((outcome) => outcome === 'done').length
    if (winners !== 1) return `${winners} won on version ${seen.version}: ${outcomes.join(', ')}`
    if (!outcomes.includes('overtaken')) return `the other was not told that she was overtaken: ${outcomes.join(', ')}`
    const winner = outcomes.indexOf('done') as 0 | 1
    const deed = race.pair[winner]
    const now = await this.#look()
    if (now.state !== stateAfter[deed]) return `${deed} won, and the candidate is ${now.state}`
    if (now.version !== seen.version + 1) return `the version went from ${seen.version} to ${now.version}`
    if (deed === 'correct' && now.figure.value !== seen.figure.value + 1) return 'the correction is lost'
    if ((now.state === 'accepted') !== now.inLedger)
      return `the candidate is ${now.state}, its ledger entry ${now.inLedger ? 'there' : 'missing'}`
    const decisions = await this.#decisions()
    if (decisions.length !== before + 1) return `${decisions.length - before} decisions were recorded`
    const who = this.#bench.planners[winner]
    if (who.kind === 'person' && decisions.at(-1)?.decided_by !== who.personId)
      return 'the decision bears the other’s name'
    return null
  }

  async #putAt(start: Start): Promise<Seen> {
    const now = await this.#look()
    if (now.state !== start) {
      await decideAsHouse(this.#quiet, this.#bench.planners[0], start === 'open' ? 'reopen' : 'accept', now)
      return this.#look()
    }
    return now
  }

  async #look(): Promise<Seen & { state: string; inLedger: boolean }> {
    const row = await this.#quiet
      .selectFrom('plans.candidate')
      .leftJoin('plans.target', 'plans.target.id', 'plans.candidate.ledger_id')
      .leftJoin('plans.value', 'plans.value.id', 'plans.candidate.ledger_id')
      .select([
        'plans.candidate.version',
        'plans.candidate.state',
        'plans.candidate.proposal',
        'plans.target.id as target',
        'plans.value.id as value',
      ])
      .where('plans.candidate.id', '=', this.#bench.candidateId)
      .executeTakeFirstOrThrow()
    const { figure } = row.proposal as unknown as { figure: Seen['figure'] }
    const { readingId, candidateId } = this.#bench
    return {
      readingId,
      id: candidateId,
      version: row.version,
      state: row.state,
      figure,
      inLedger: (row.target ?? row.value) !== null,
    }
  }

  #decisions() {
    return this.#quiet
      .selectFrom('plans.decision')
      .select(['version', 'decided_by'])
      .where('candidate_id', '=', this.#bench.candidateId)
      .orderBy('version')
      .execute()
  }
}
