import { forbidden } from '@opensti/kernel'
import type { FastifyRequest } from 'fastify'

/**
 * A page of another site must not act in our user's name. The session cookie is SameSite=Lax already;
 * this refuses what an old browser or a sibling domain could still send.
 */
export function refuseCrossSite(request: FastifyRequest): void {
  if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw refusal()
  const origin = request.headers.origin
  if (origin !== undefined && hostOf(origin) !== request.headers.host) throw refusal()
}

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host
  } catch {
    return null
  }
}

const refusal = () =>
  forbidden({ zh: '这个请求来自别的网站，已被拒绝。', en: 'This request came from another site and was refused.' })
