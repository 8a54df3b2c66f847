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
  giveCookie(reply, token, secure)
}

export function clearSessionCookie(reply: FastifyReply, secure: boolean): void {
  giveCookie(reply, '', secure, { expires: new Date(0) })
}

/** As a header at once, not when the answer leaves: an answer that is kept for repeats is kept with it. */
function giveCookie(reply: FastifyReply, value: string, secure: boolean, more: { expires?: Date } = {}): void {
  const cookie = reply.server.serializeCookie(sessionCookieName(secure), value, { ...attributes, secure, ...more })
  reply.header('set-cookie', cookie)
}

const attributes = { path: '/', httpOnly: true, sameSite: 'lax' } as const
