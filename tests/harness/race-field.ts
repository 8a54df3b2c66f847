import type { Database } from '@opensti/db'
import type { Server } from '@opensti/http'
import type { Exception, Race, RaceRequest } from './race-track.ts'
import { cookieFor } from './world.ts'

type Headers = Record<string, string>
export type Ask = (method: RaceRequest['method'], url: string, payload?: object) => RaceRequest

/** Everyone who races, and what she asks for. */
export interface Field {
  planner: Ask
  secondPlanner: Ask
  keeper: Ask
  secondKeeper: Ask
  db: Database
  server: Server
}

export async function asker(db: Database, signIn: string): Promise<Ask> {
  return asking(await cookieFor(db, signIn))
}

export function asking(headers: Headers): Ask {
  return (method, url, payload) => ({ method, url, headers, ...(payload && { payload }) })
}

export function race(name: string, first: RaceRequest, second: RaceRequest, alsoFine: readonly Exception[] = []): Race {
  return { name, requests: [first, second], alsoFine }
}

/** Whoever comes second is told by the deed itself, not by the door, when she was let in before the first had ended. */
export function told(refusal: string): Exception[] {
  const because = 'the state is looked at once before the deed and once in it'
  return [`done | ${refusal}`, `${refusal} | done`].map((answers) => ({ answers, because }))
}

/** The same where the refusal is a wrong try, which is counted and noted. */
export function counted(refusal: string): Exception[] {
  return told(refusal).map((one) => ({ ...one, leavesOther: true }))
}
