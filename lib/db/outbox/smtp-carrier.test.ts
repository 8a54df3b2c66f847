import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { testDatabase } from '@opensti/testing'
import { sql } from 'kysely'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { deliverOutbox, enqueue, listGivenUp, type MailServer, smtpCarrier, transaction } from '../index.ts'

const { db, owner } = await testDatabase()
/** Where it is not installed, these tests say so. */
const certificateMaker = 'openssl'
const certificate = makeCertificate()
const { key, cert } = certificate ?? { key: '', cert: '' }

/** What a real mail server on this machine took, and how it is told to misbehave. */
let taken: { to: string[]; from: string; raw: string; secure: boolean }[] = []
let servers: SMTPServer[] = []
let mail: MailServer

beforeEach(async () => {
  taken = []
  await sql`truncate opensti.outbox`.execute(owner)
})
afterEach(async () => {
  await Promise.all(servers.map((server) => new Promise<void>((done) => server.close(() => done()))))
  servers = []
})

async function serve(options: SMTPServerOptions = {}, wanted: Partial<MailServer> = {}): Promise<SMTPServer> {
  const server = new SMTPServer({
    key,
    cert,
    logger: false,
    onAuth: ({ username, password }, _session, done) =>
      username === 'opensti' && password === 'heron' ? done(null, { user: username }) : done(refusal(535, 'no')),
    onData: (stream, session, done) => {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        taken.push({
          to: rcptTo.map(({ address }) => address),
          from: mailFrom === false ? '' : mailFrom.address,
          raw: Buffer.concat(pieces).toString(),
          secure: session.secure,
        })
        done()
      })
    },
    ...options,
  })
  // A client that hangs up is no trouble of the server's.
  server.on('error', () => undefined)
  servers.push(server)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()))
  const { port } = server.server.address() as { port: number }
  mail = {
    host: '127.0.0.1',
    port,
    security: 'starttls',
    credentials: { user: 'opensti', password: 'heron' },
    from: 'house@lakeside.example',
    ca: cert,
    ...wanted,
  }
  return server
}

const letter = {
  to: 'mei@lakeside.example',
  subject: '报表将到期 A return falls due',
  text: '梅，您好。\n\n请填报：\nhttp://lakeside.test/workbench/reporting?a=1&b=2\n\n<此处为文字>\n',
}
const say = () => transaction(db, 'trial.say-it', (tx) => enqueue(tx, { topic: 'mail.trial', payload: { n: 1 } }))
const deliver = (rules = {}) =>
  deliverOutbox(db, { 'mail.trial': ({ id }, signal) => smtpCarrier(mail).carry(letter, String(id), signal) }, rules)
const due = () => sql`update opensti.outbox set next_attempt_at = now()`.execute(owner)
const row = () => db.selectFrom('opensti.outbox').selectAll().executeTakeFirstOrThrow()

const title = certificate ? 'a letter by SMTP' : 'a letter by SMTP (not run: no openssl to make a certificate)'
describe.skipIf(!certificate)(title, () => {
  it('arrives encrypted and signed in, once, as text and as simple HTML, for this address alone', async () => {
    await serve()
    await say()
    expect(await deliver()).toEqual({ sent: 1, failed: 0, givenUp: 0 })
    await due()
    expect(await Promise.all([deliver(), deliver()])).toEqual([
      { sent: 0, failed: 0, givenUp: 0 },
      { sent: 0, failed: 0, givenUp: 0 },
    ])
    expect(taken).toHaveLength(1)
    const [{ raw, ...envelope }] = taken as [(typeof taken)[0]]
    expect(envelope).toEqual({ to: [letter.to], from: 'house@lakeside.example', secure: true })
    const parts = raw.split(/^--.*$/m).map(decoded)
    const plain = parts.find((part) => part.head.includes('text/plain'))
    const html = parts.find((part) => part.head.includes('text/html'))
    expect(plain?.body.replaceAll('\r\n', '\n').trim()).toBe(letter.text.trim())
    expect(html?.body).toContain('<a href="http://lakeside.test/workbench/reporting?a=1&amp;b=2">')
    expect(html?.body).toContain('&lt;此处为文字&gt;')
    expect(raw).toMatch(/^Auto-Submitted: auto-generated/m)
    expect(raw.match(/^(To|Cc|Bcc):.*$/gm)).toEqual([`To: ${letter.to}`])
  })

  it('goes by TLS from the first byte where the server wants that', async () => {
    await serve({ secure: true }, { security: 'tls' })
    await say()
    expect(await deliver()).toMatchObject({ sent: 1 })
    expect(taken[0]?.secure).toBe(true)
  })

  it('waits when the password is refused: the letter is not to blame', async () => {
    await serve({}, { credentials: { user: 'opensti', password: 'stork' } })
    await say()
    expect(await deliver()).toEqual({ sent: 0, failed: 1, givenUp: 0 })
    expect(await row()).toMatchObject({ last_error: 'MailSignInRefused', given_up_at: null })
    mail.credentials = { user: 'opensti', password: 'heron' }
    await due()
    expect(await deliver()).toMatchObject({ sent: 1 })
    expect(taken).toHaveLength(1)
  })

  it('is tried again after a refusal for now (4xx), and arrives once', async () => {
    let busy = true
    await serve({ onRcptTo: (_to, _session, done) => (busy ? done(refusal(451, 'greylisted')) : done()) })
    await say()
    expect(await deliver()).toEqual({ sent: 0, failed: 1, givenUp: 0 })
    expect(await row()).toMatchObject({ last_error: 'MailPutOff', attempts: 1 })
    busy = false
    await due()
    expect(await deliver()).toMatchObject({ sent: 1 })
    expect(taken).toHaveLength(1)
  })

  it('is given up after a refusal for good (5xx), and stands in the list of the administrator', async () => {
    await serve({ onRcptTo: (_to, _session, done) => done(refusal(550, `no mailbox ${letter.to}`)) })
    await say()
    expect(await deliver()).toEqual({ sent: 0, failed: 0, givenUp: 1 })
    const [dead] = await listGivenUp(db)
    expect(dead).toMatchObject({ topic: 'mail.trial', lastError: 'Undeliverable' })
    expect(
      JSON.stringify(await row(), (_, value) => (typeof value === 'bigint' ? String(value) : value)),
    ).not.toContain(letter.to)
  })

  it('is sent again, as the same message, when the connection breaks in the middle of it', async () => {
    const ids: (string | undefined)[] = []
    let breaks = true
    const server = await serve({
      onData: (stream, _session, done) => {
        let raw = ''
        stream.on('data', (piece: Buffer) => {
          raw += piece.toString()
        })
        stream.on('end', () => {
          ids.push(/^Message-ID: (.*)$/im.exec(raw)?.[1]?.trim())
          // Taken, but the answer never arrives.
          if (breaks) for (const connection of server.connections) connection._socket?.destroy()
          else done()
        })
      },
    })
    await say()
    expect(await deliver()).toEqual({ sent: 0, failed: 1, givenUp: 0 })
    expect(await row()).toMatchObject({ last_error: 'MailServerUnreachable' })
    breaks = false
    await due()
    expect(await deliver()).toMatchObject({ sent: 1 })
    expect(ids).toEqual([`<${(await row()).id}@opensti.invalid>`, `<${(await row()).id}@opensti.invalid>`])
  })

  it('does not wait for a server that says nothing, and hangs up on it', async () => {
    const server = await serve({ onRcptTo: () => undefined })
    await say()
    expect(await deliver({ sendSeconds: 0.4 })).toEqual({ sent: 0, failed: 1, givenUp: 0 })
    await expect.poll(() => server.connections.size).toBe(0)
    expect(taken).toEqual([])
  })

  it('sends no password and no letter over a connection that cannot be encrypted', async () => {
    await serve({ hideSTARTTLS: true, disabledCommands: ['STARTTLS'] })
    await say()
    expect(await deliver()).toMatchObject({ failed: 1 })
    expect(await row()).toMatchObject({ last_error: 'MailEncryptionRefused' })
    expect(taken).toEqual([])
  })

  it('sends nothing to a server whose certificate is not trusted', async () => {
    await serve({}, { ca: undefined })
    await say()
    expect(await deliver()).toMatchObject({ failed: 1 })
    expect(taken).toEqual([])
  })

  it('takes no address that hides another', async () => {
    await serve()
    const carry = smtpCarrier(mail).carry(
      { ...letter, to: 'a@lakeside.example\r\nBcc: b@elsewhere.example' },
      '1',
      never(),
    )
    await expect(carry).rejects.toThrow()
    expect(taken).toEqual([])
  })
})

const never = () => new AbortController().signal

function refusal(responseCode: number, words: string): Error {
  return Object.assign(new Error(words), { responseCode })
}

/** Head and body of one part of a message, the body read as the head says. */
function decoded(part: string): { head: string; body: string } {
  const [head = '', ...rest] = part.trim().split('\r\n\r\n')
  const body = rest.join('\r\n\r\n')
  if (/base64/i.test(head)) return { head, body: Buffer.from(body, 'base64').toString() }
  if (!/quoted-printable/i.test(head)) return { head, body }
  const bytes = body
    .replaceAll('=\r\n', '')
    .replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
  return { head, body: Buffer.from(bytes, 'latin1').toString() }
}

/** A certificate for this machine only, made for this run. */
function makeCertificate(): { key: string; cert: string } | null {
  const folder = mkdtempSync(join(tmpdir(), 'mail-certificate-'))
  const [keyPath, certPath] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  const words =
    `req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1 ` +
    `-keyout ${keyPath} -out ${certPath}`
  try {
    execFileSync(certificateMaker, words.split(' '), { stdio: 'ignore' })
  } catch {
    return null
  }
  return { key: readFileSync(keyPath, 'utf8'), cert: readFileSync(certPath, 'utf8') }
}
