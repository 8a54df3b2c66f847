import { readFileSync } from 'node:fs'
import type { MailServer } from '@opensti/db'

type Env = Record<string, string | undefined>

const names = ['HOST', 'PORT', 'SECURITY', 'USER', 'PASSWORD', 'FROM', 'CA'] as const

/**
 * The mail server from OPENSTI_SMTP_…; null where none is named, and letters stay in a folder.
 *
 * @throws Error naming the setting when only half of it is there, or when a password would travel in the clear.
 */
export function readMailServer(env: Env): MailServer | null {
  const given = Object.fromEntries(names.map((name) => [name, env[`OPENSTI_SMTP_${name}`] || undefined]))
  if (names.every((name) => given[name] === undefined)) return null
  const { HOST: host, USER: user, PASSWORD: password, FROM: from } = given
  if (!host) throw half('OPENSTI_SMTP_HOST', 'the name of the mail server, such as mail.city.example')
  if (!from) throw half('OPENSTI_SMTP_FROM', 'the address that letters come from, such as opensti@city.example')
  if (!/^[\x21-\x7e]+@[\x21-\x7e]+$/.test(from))
    throw new Error(`OPENSTI_SMTP_FROM is "${from}". Write an address alone, such as opensti@city.example.`)
  if (user && !password) throw half('OPENSTI_SMTP_PASSWORD', 'the password of OPENSTI_SMTP_USER')
  if (password && !user) throw half('OPENSTI_SMTP_USER', 'who signs in with OPENSTI_SMTP_PASSWORD')
  const security = securityFrom(given['SECURITY'])
  const loopback = ['127.0.0.1', '::1', 'localhost'].includes(host)
  if (security === 'none' && user && !loopback) {
    throw new Error(
      'OPENSTI_SMTP_SECURITY=none would send the password in the clear. Set starttls or tls, or leave user and password out.',
    )
  }
  return {
    host,
    port: portFrom(given['PORT'], security),
    security,
    credentials: user && password ? { user, password } : null,
    from,
    ...(given['CA'] && { ca: certificates(given['CA']) }),
  }
}

function half(name: string, what: string): Error {
  return new Error(
    `${name} is missing while other OPENSTI_SMTP settings are there. Set it to ${what}, or remove them all.`,
  )
}

function securityFrom(text: string | undefined): MailServer['security'] {
  if (text === undefined || text === 'starttls') return 'starttls'
  if (text === 'tls' || text === 'none') return text
  throw new Error(`OPENSTI_SMTP_SECURITY is "${text}". Write starttls, tls or none.`)
}

/** The usual port of each way, where none is named. */
function portFrom(text: string | undefined, security: MailServer['security']): number {
  if (text === undefined) return { starttls: 587, tls: 465, none: 25 }[security]
  const port = Number(text)
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port
  throw new Error(`OPENSTI_SMTP_PORT is "${text}". Write a number from 1 to 65535.`)
}

function certificates(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    throw new Error(`OPENSTI_SMTP_CA names the file ${path}, which cannot be read. Write the path of a PEM file.`)
  }
}
