import { answerOnce } from '@opensti/db'
import {
  type AppError,
  actorId,
  forbidden,
  notFound,
  type Policy,
  type PolicyAnswer,
  unauthenticated,
} from '@opensti/kernel'
import { z } from 'zod'
import type { Context, Route } from './route.ts'

/** The header by which a client tells a repeat from a new wish; its key encrypts the stored answer, so it is to be random. */
export const RepeatHeaders = z.looseObject({
  'idempotency-key': z
    .string()
    .min(16, '用至少 16 个随机字符，例如一个 UUID use at least 16 random characters, such as a UUID')
    .max(200)
    .optional(),
})

export function isWrite(route: Route): boolean {
  return route.method !== 'GET'
}

/** Asks the policy, then lets the handler answer. A write that bears a key is done once, however often it comes. */
export async function perform(route: Route, context: Context, policy: Policy): Promise<unknown> {
  const { request, reply } = context
  const key = isWrite(route) ? request.headers['idempotency-key'] : undefined
  if (typeof key !== 'string') {
    await permit(route, context, policy)
    return route.handle(context)
  }
  // Whoever may no longer do such things at all gets no old answer either.
  if (!route.selfProving) refuseOutright(route, context, policy)
  const actor = route.selfProving ? 'bearer' : (actorId(context.actor) ?? 'visitor')
  // Of an upload the address must do: its file comes in pieces, after this has been decided.
  const asked = { method: route.method, url: request.url, body: context.body ?? null }
  const { answer, repeated } = await answerOnce(context.db, { key, actor, request: asked }, async (db) => {
    const own = { ...context, db }
    await permit(route, own, policy)
    return { given: await route.handle(own), cookies: reply.getHeader('set-cookie') }
  })
  if (repeated) {
    reply.header('idempotency-replayed', 'true')
    if (answer.cookies !== undefined) reply.header('set-cookie', answer.cookies)
  }
  return answer.given
}

/** May this actor do this to this object? Throws the refusal that a client gets. */
export async function permit(route: Route, context: Context, policy: Policy): Promise<void> {
  refuseOutright(route, context, policy)
  const object = route.object ? await route.object(context) : {}
  if (object === null) throw notFound()
  const answer = policy.decide(context.actor, route.action, object)
  if (answer !== 'allowed') throw refusalFor(answer)
}

function refuseOutright(route: Route, { actor }: Context, policy: Policy): void {
  if (!policy.mightAllow(actor, route.action)) throw refusalFor(policy.decide(actor, route.action))
}

function refusalFor(answer: PolicyAnswer): AppError {
  if (answer === 'unauthenticated') return unauthenticated()
  return answer === 'not-found' ? notFound() : forbidden()
}
