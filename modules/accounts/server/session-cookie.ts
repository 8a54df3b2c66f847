import type { FastifyReply, FastifyRequest } from 'fastify'

/** Behind TLS the name itself forbids a sibling domain to plant the cookie (RFC 6265bis, 4.1.3.2). */
export function sessionCookieName(secure: boolean): string {
  return secure ? '__Host-opensti_session' : 'opensti_session'
}

export function readSessionCookie(request: FastifyRequest, secure: boolean): string | undefined {
  return request.cookies[sessionCookieName(secure)] || undefined
}

/** Without an expiry of its own: it goes when the browser closes, and the server ends the session anyway. */
export function setSessionCookie(reply: FastifyReply, token: string, secure: boolean): void {
  reply.setCookie(sessionCookieName(secure), token, { ...attributes, secure })
}

export function clearSessionCookie(reply: FastifyReply, secure: boolean): void {
  reply.clearCookie(sessionCookieName(secure), { ...attributes, secure })
}

const attributes = { path: '/', httpOnly: true, sameSite: 'lax' } as const
