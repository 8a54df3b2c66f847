import { connect, type Database } from '@opensti/db'
import type { Server } from '@opensti/http'
import { sql } from 'kysely'
import { type Client, Conductor, type Schedule } from './interleavings.ts'
import { StateKeeper } from './state-keeper.ts'
import { tablesWritten } from './undone-database.ts'
import type { HouseServerOptions } from './world.ts'
import { houseServer } from './world.ts'

export interface RaceRequest {
  method: 'POST' | 'PUT' | 'DELETE'
  url: string
  payload?: object | string
  headers: Record<string, string>
}

/** Two requests that can meet over one record. */
export interface Race {
  name: string
  requests: readonly [RaceRequest, RaceRequest]
  alsoFine?: readonly Exception[]
}

/**
 * Answers that fit neither order of the two and are right all the same, because a request looks before it acts. What they
 * leave behind must still be what one of the orders leaves, unless `leavesOther`.
 */
export interface Exception {
  answers: string
  because: string
  leavesOther?: true
}

/** What became of both: their answers, and all that is different in the database. */
interface Outcome {
  answers: string
  state: string
}

export interface TrackOptions {
  url: string
  superuserUrl: string
  change?: HouseServerOptions['change']
  /** Puts another database in the place of each client’s, for planted faults. */
  weaken?: (db: Database) => Database
}

/**
 * Two servers of the product on one database, whose every statement waits for its turn. What the database holds when the
 * track is opened is put back before every run, so that any order can be tried on the same records.
 */
export class RaceTrack {
  readonly #keeper: StateKeeper
  readonly #quiet: Database
  readonly #clients: readonly [Database, Database]
  #servers: readonly [Server, Server] | null = null
  #conductor: Conductor | null = null
  /** Statements since somebody began to count. */
  #sent = 0

  private constructor(keeper: StateKeeper, quiet: Database, url: string) {
    this.#keeper = keeper
    this.#quiet = quiet
    this.#clients = [this.#client(url, 0), this.#client(url, 1)]
  }

  static async open({ url, superuserUrl, change, weaken = (db) => db }: TrackOptions): Promise<RaceTrack> {
    const quiet = connect({ url: superuserUrl, max: 1, applicationName: 'race judge' })
    // Two who wait for each other are told so after a second by default.
    await sql
      .raw(`do $$ begin execute format('alter database %I set deadlock_timeout = 20', current_database()); end $$`)
      .execute(quiet)
    const track = new RaceTrack(await StateKeeper.open(quiet), quiet, url)
    const [first, second] = track.#clients
    const options = change ? { change } : {}
    track.#servers = [await houseServer(weaken(first), options), await houseServer(weaken(second), options)]
    return track
  }

  #client(url: string, client: Client): Database {
    return connect({
      url,
      max: 2,
      applicationName: `race ${client}`,
      beforeStatement: async (statement) => {
        this.#keeper.mayHaveChanged(tablesWritten(statement))
        this.#sent += 1
        await this.#conductor?.gate(client)
      },
    })
  }

  async stop(): Promise<void> {
    await Promise.all((this.#servers ?? []).map((server) => server.close()))
    await Promise.all([...this.#clients, this.#quiet].map((db) => db.destroy()))
  }

  /** Both orders without any meeting: what is right, and how many statements each request sends at most. */
  async rehearse(race: Race): Promise<Rehearsal> {
    this.#keeper.forgetChanges()
    const right: Outcome[] = []
    const statements: [number, number] = [0, 0]
    for (const order of [[0, 1] as const, [1, 0] as const]) {
      const answers: [string, string] = ['', '']
      for (const client of order) {
        this.#sent = 0
        answers[client] = await this.#send(race, client)
        statements[client] = Math.max(statements[client], this.#sent)
      }
      right.push(await this.#outcome(answers, true))
    }
    return { right, statements }
  }

  /** Runs one order of statements; says what is wrong with its end, or null. */
  async run(race: Race, { right }: Rehearsal, schedule: Schedule): Promise<string | null> {
    const conductor = this.#newConductor()
    const running = ([0, 1] as const).map(async (client) => {
      const answer = await this.#send(race, client)
      conductor.finish(client)
      return answer
    })
    await conductor.conduct(schedule)
    const [first, second] = await Promise.all(running)
    return judge(race, right, await this.#outcome([first!, second!], false))
  }

  #newConductor(): Conductor {
    this.#conductor = new Conductor(async (client) => {
      const { rows } = await sql`select 1 from pg_stat_activity
        where application_name = ${`race ${client}`} and wait_event_type = 'Lock' and datname = current_database()`.execute(
        this.#quiet,
      )
      return rows.length > 0
    })
    return this.#conductor
  }

  async #send(race: Race, client: Client): Promise<string> {
    const answer = await this.#servers![client].inject(race.requests[client])
    const code = /"code":"([^"]+)"/.exec(answer.body)?.[1]
    return answer.statusCode < 300 ? 'done' : `${answer.statusCode} ${code}`
  }

  async #outcome(answers: readonly [string, string], everywhere: boolean): Promise<Outcome> {
    this.#conductor = null
    const state = await this.#keeper.changes(everywhere)
    await this.#keeper.putBack()
    return { answers: answers.join(' | '), state }
  }
}

export interface Rehearsal {
  right: readonly Outcome[]
  statements: readonly [number, number]
}

function judge({ alsoFine = [] }: Race, right: readonly Outcome[], { answers, state }: Outcome): string | null {
  const asInTurn = right.filter((one) => one.answers === answers)
  const fine = alsoFine.find((one) => one.answers === answers)
  if (asInTurn.length === 0 && !fine)
    return `answers ${answers}; one after the other they are ${right.map((one) => one.answers).join(' or ')}`
  const states = (asInTurn.length > 0 ? asInTurn : right).map((one) => one.state)
  if (states.includes(state) || fine?.leavesOther) return null
  return `answers ${answers}, and leaves what no order leaves:\n${nearest(state, states)}`
}

/** What is there and should not be, what is missing, by the order that comes closest. */
function nearest(state: string, states: readonly string[]): string {
  const lines = state.split('\n')
  const differences = states.map((text) => {
    const wanted = text.split('\n')
    return [
      ...lines.filter((line) => !wanted.includes(line)).map((line) => `too much: ${line}`),
      ...wanted.filter((line) => !lines.includes(line)).map((line) => `missing:  ${line}`),
    ]
  })
  const [closest = []] = differences.sort((a, b) => a.length - b.length)
  return closest.join('\n')
}
