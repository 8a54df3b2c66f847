import type { Readable } from 'node:stream'
import type { Database } from '@opensti/db'
import type { Actor, Bilingual, Clock, Language, PolicyObject } from '@opensti/kernel'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'

type Shape = z.ZodType
type Out<S> = S extends z.ZodType ? z.output<S> : undefined

/** What a handler may use. Nothing else of the request reaches it. */
export interface Context<P = unknown, Q = unknown, B = unknown> {
  db: Database
  clock: Clock
  actor: Actor
  language: Language
  params: P
  query: Q
  body: B
  requestId: string
  /** The peer's address, for lockout only; never logged. */
  address: string
  request: FastifyRequest
  reply: FastifyReply
}

/** A page or file made on the server. */
export interface PageAnswer {
  body: string | Buffer | Readable
  contentType: string
  status?: number
  headers?: Record<string, string>
}

/** A route as data: what it is, who may, what goes in, what comes out. Tests and documents read the same lines. */
export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  url: string
  /** The line of the policy table that decides. */
  action: string
  summary: Bilingual
  params?: Shape
  query?: Shape
  body?: Shape
  /** A Zod shape for JSON; 'page' for a PageAnswer; 'nothing' for 204. */
  answer: Shape | 'page' | 'nothing'
  /**
   * The message itself shows who sends it, by a password or a token: a repeat of it with its key gets the same answer
   * even where the first one has ended the session it came with.
   */
  selfProving?: boolean
  /** Largest body in bytes; the server's default is 1 MiB. */
  bodyLimit?: number
  /** Multipart upload of one file; the handler reads it from the request. */
  upload?: boolean
  /** The object the policy decides about; null answers 404 before the handler runs. */
  object?: (context: Context) => Promise<PolicyObject | null>
  /**
   * Everything that the answer depends on besides its address, who asks included, as a short text. Asked before every
   * answer; an answer is made once for each text and kept. Left out, every answer is made anew.
   */
  state?: (context: Context) => Promise<string>
  handle: (context: Context) => Promise<unknown>
}

interface TypedRoute<P, Q, B, A> extends Omit<Route, 'params' | 'query' | 'body' | 'answer' | 'object' | 'handle'> {
  params?: P
  query?: Q
  body?: B
  answer: A
  object?: (context: Context<Out<P>, Out<Q>, Out<B>>) => Promise<PolicyObject | null>
  handle: (
    context: Context<Out<P>, Out<Q>, Out<B>>,
  ) => Promise<A extends z.ZodType ? z.input<A> : A extends 'page' ? PageAnswer : undefined>
}

/** Declares a route with its types tied together, then forgets them so that routes can stand in one list. */
export function defineRoute<
  P extends Shape | undefined = undefined,
  Q extends Shape | undefined = undefined,
  B extends Shape | undefined = undefined,
  A extends Shape | 'page' | 'nothing' = 'nothing',
>(route: TypedRoute<P, Q, B, A>): Route {
  return route as unknown as Route
}

type Line = `${Route['method']} /${string}`

/** What a short line leaves to be said: shapes, object, handler. Without an answer the handler's result is dropped. */
interface Rest<P, Q, B, A> extends Pick<Route, 'bodyLimit' | 'selfProving' | 'upload' | 'state'> {
  params?: P
  query?: Q
  body?: B
  answer?: A
  object?: (context: Context<Out<P>, Out<Q>, Out<B>>) => Promise<PolicyObject | null>
  handle: (
    context: Context<Out<P>, Out<Q>, Out<B>>,
  ) => Promise<A extends z.ZodType ? z.input<A> : A extends 'page' ? PageAnswer : unknown>
}

/** A route on one line, with what decides about it and what it is called in Chinese and in English; then the rest. */
export function route<
  P extends Shape | undefined = undefined,
  Q extends Shape | undefined = undefined,
  B extends Shape | undefined = undefined,
  A extends Shape | 'page' | 'nothing' = 'nothing',
>(line: Line, action: string, [zh, en]: readonly [string, string], rest: Rest<P, Q, B, A>): Route {
  const [method, url] = line.split(' ') as [Route['method'], string]
  return { method, url, action, summary: { zh, en }, answer: 'nothing', ...rest } as unknown as Route
}
