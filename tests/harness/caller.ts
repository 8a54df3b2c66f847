import type { Database } from '@opensti/db'
import type { Server } from '@opensti/http'
import { cookieFor } from './world.ts'

type Call = (method: 'GET' | 'POST' | 'DELETE' | 'PUT', url: string, payload?: object) => Promise<unknown>

/** Asks the server as somebody, and throws when she is refused. */
export async function callerFor(db: Database, server: Server, signIn: string): Promise<Call> {
  const headers = await cookieFor(db, signIn)
  return async (method, url, payload) => {
    const answer = await server.inject({ method, url, headers, ...(payload && { payload }) })
    if (answer.statusCode >= 300) throw new Error(`${method} ${url}: ${answer.statusCode} ${answer.body.slice(0, 500)}`)
    return answer.body === '' ? null : answer.json()
  }
}
