import { Socket } from 'node:net'
import { createTransport } from 'nodemailer'
import { Undeliverable } from './deliver.ts'
import type { Carrier } from './letter.ts'
import { letterHtml } from './letter-html.ts'

/** How letters reach a mail server. */
export interface MailServer {
  host: string
  port: number
  /** `tls` from the first byte, `starttls` after a greeting and never without, `none` within one's own network. */
  security: 'tls' | 'starttls' | 'none'
  credentials: { user: string; password: string } | null
  /** The address that letters come from. */
  from: string
  /** Certificates that are trusted beside the public ones, as PEM. */
  ca?: string
}

/** Why a letter could not be given away now. The name is noted beside the message; the words would hold addresses. */
export class MailFailure extends Error {
  constructor(name: 'MailServerUnreachable' | 'MailSignInRefused' | 'MailEncryptionRefused' | 'MailPutOff') {
    super('The mail server did not take the letter.')
    this.name = name
  }
}

/**
 * Gives letters to a mail server, one connection each. What the server refuses for good (5xx) is `Undeliverable`; all else
 * (no connection, a refused sign-in, 4xx, a connection that breaks) is tried again, under the same Message-ID, so that a
 * letter whose receipt was lost on the way is recognised as the same one.
 */
export function smtpCarrier(server: MailServer): Carrier {
  return {
    reachesPeople: true,
    carry: async ({ to, subject, text }, id, signal) => {
      if (/[^\x21-\x7e]|[,;<>]/.test(to)) throw new Undeliverable('The address of the letter is no single address.')
      signal.throwIfAborted()
      // Ends with the try: a letter that goes out after it was put off would go out twice.
      const socket = new Socket({ signal })
      const transport = createTransport({
        host: server.host,
        port: server.port,
        secure: server.security === 'tls',
        requireTLS: server.security === 'starttls',
        ignoreTLS: server.security === 'none',
        socket,
        connectionTimeout: 10_000,
        greetingTimeout: 10_000,
        socketTimeout: 15_000,
        disableFileAccess: true,
        disableUrlAccess: true,
        ...(server.credentials && { auth: { user: server.credentials.user, pass: server.credentials.password } }),
        tls: { minVersion: 'TLSv1.2', ...(server.ca && { ca: server.ca }) },
      })
      try {
        await transport.sendMail({
          // As objects, so that nothing in an address is read as a list of addresses.
          from: { name: 'OpenSTI', address: server.from },
          to: { name: '', address: to },
          envelope: { from: server.from, to: [to] },
          subject,
          text,
          html: letterHtml(text),
          messageId: `<${id}@opensti.invalid>`,
          headers: { 'Auto-Submitted': 'auto-generated' },
        })
      } catch (error) {
        throw failureOf(error as { code?: string; responseCode?: number; command?: string })
      } finally {
        transport.close()
        socket.destroy()
      }
    },
  }
}

/** Replies of 5xx that speak of how we come, not of the letter: sign in first, mechanism too weak, wrong password. */
const aboutSigningIn = new Set([530, 534, 535, 538])

function failureOf({ code, responseCode = 0 }: { code?: string; responseCode?: number }): Error {
  if (code === 'EAUTH' || aboutSigningIn.has(responseCode)) return new MailFailure('MailSignInRefused')
  if (code === 'ETLS') return new MailFailure('MailEncryptionRefused')
  if (responseCode >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE'))
    return new Undeliverable('The mail server refuses this letter for good.')
  if (responseCode >= 400) return new MailFailure('MailPutOff')
  return new MailFailure('MailServerUnreachable')
}
