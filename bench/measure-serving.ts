import { join } from 'node:path'
import { openDatabase } from '@opensti/db'
import autocannon from 'autocannon'
import { demonstrationPassword } from '../apps/server/demonstration.ts'
import { median, type Running, startServer, untilItAnswers } from './processes.ts'

const root = join(import.meta.dirname, '..')

interface Match {
  what: string
  /** The share of the peer's throughput that is wanted. */
  wanted: number
  path: string
  peerPath: string
  signedIn?: boolean
}

const search = `/api/search?q=${encodeURIComponent('专利')}`
const indicator = '/api/regions/lakeside/indicators/rd-intensity'

/** Each against the bare server, which runs the same statements for the same thing. */
const matches: readonly Match[] = [
  { what: 'API, an indicator', wanted: 0.7, path: indicator, peerPath: indicator },
  { what: 'API, search 专利', wanted: 0.7, path: search, peerPath: search },
  { what: 'API, all regions', wanted: 0.7, path: '/api/regions', peerPath: '/api/regions' },
  {
    what: 'Page of an indicator',
    wanted: 0.7,
    path: '/regions/lakeside/indicators/rd-intensity',
    peerPath: indicator,
  },
  { what: 'API, an indicator, signed in', wanted: 0.4, path: indicator, peerPath: indicator, signedIn: true },
  { what: 'API, search 专利, signed in', wanted: 0.4, path: search, peerPath: search, signedIn: true },
  { what: 'API, all regions, signed in', wanted: 0.4, path: '/api/regions', peerPath: '/api/regions', signedIn: true },
]

export interface ServingOptions {
  dataDir: string
  rounds: number
  seconds: number
  connections: number
  /** Writes a CPU profile of the product into this folder. */
  profileTo?: string | undefined
  say: (line: string) => void
}

/** The product and the bare server on one database, asked in turns, in one run. */
export async function measureServing(options: ServingOptions): Promise<string> {
  const { dataDir, rounds, say } = options
  const node = [process.execPath, ...(options.profileTo ? ['--cpu-prof', `--cpu-prof-dir=${options.profileTo}`] : [])]
  const product = await startServer([...node, 'apps/server/main.ts'], {
    cwd: root,
    env: { OPENSTI_DATA: dataDir, PORT: '0' },
  })
  const database = await openDatabase({ dataDir, join: true })
  const peer = await startServer([process.execPath, 'bench/peer-server.ts', database.appUrl], { cwd: root })
  try {
    const cookie = await signIn(product.url)
    const lines: string[] = []
    for (const match of matches) {
      say(match.what)
      lines.push(await compare(match, product, peer, cookie, options))
    }
    return `## Serving

Requests a second, medians of ${rounds} turns of ${options.seconds} s each, product and bare server (Fastify and pg, \`bench/peer-server.ts\`) by turns on one
database, ${options.connections} connections, uncompressed. The bare server runs the product's own statements for the same thing and sends the rows; it has no
permissions, shapes, languages, headers or formulas. Views of the ledger are answered from memory while the ledger has not changed; session, permission and the ledger's state are asked with each
request (docs/decisions/0008-answers-remembered-by-state.md).

| What | Product | Bare | Ratio | Wanted | Bytes, product and bare |
|---|---:|---:|---:|---:|---:|
${lines.join('\n')}

After the last turn the session was ended; the next request with its cookie got **${await afterSignOut(product.url, cookie)}**.
`
  } finally {
    await peer.stop()
    await database.stop()
    await product.stop()
  }
}

async function compare(
  match: Match,
  product: Running,
  peer: Running,
  cookie: string,
  options: ServingOptions,
): Promise<string> {
  const ours = product.url + match.path
  const theirs = peer.url + match.peerPath
  await untilItAnswers(ours)
  await untilItAnswers(theirs)
  const headers: Record<string, string> = match.signedIn ? { cookie } : {}
  // Both are warm before the first turn counts.
  await load(ours, headers, { ...options, seconds: 2 })
  await load(theirs, {}, { ...options, seconds: 2 })
  const [a, b]: [number[], number[]] = [[], []]
  for (let round = 0; round < options.rounds; round += 1) {
    a.push(await load(ours, headers, options))
    b.push(await load(theirs, {}, options))
  }
  const ratio = median(a) / median(b)
  const cells = [
    match.what,
    Math.round(median(a)).toLocaleString('en'),
    Math.round(median(b)).toLocaleString('en'),
    `**${ratio.toFixed(2)}**${ratio < match.wanted ? ' (short)' : ''}`,
    match.wanted.toFixed(2),
    `${await sizeOf(ours, headers)}, ${await sizeOf(theirs, {})}`,
  ]
  return `| ${cells.join(' | ')} |`
}

async function load(url: string, headers: Record<string, string>, options: ServingOptions): Promise<number> {
  const result = await autocannon({ url, headers, connections: options.connections, duration: options.seconds })
  if (result.errors > 0 || result.non2xx > 0) {
    throw new Error(`${url}: ${result.errors} errors, ${result.non2xx} answers that are not 2xx.`)
  }
  return result['2xx'] / result.duration
}

async function sizeOf(url: string, headers: Record<string, string>): Promise<string> {
  const answer = await fetch(url, { headers: { ...headers, 'accept-encoding': 'identity' } })
  return (await answer.arrayBuffer()).byteLength.toLocaleString('en')
}

async function signIn(url: string): Promise<string> {
  const answer = await fetch(`${url}/api/accounts/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ signInName: 'chen.mei', password: demonstrationPassword }),
  })
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0]
  if (!answer.ok || !cookie) throw new Error(`Signing in was answered with ${answer.status}.`)
  return cookie
}

async function afterSignOut(url: string, cookie: string): Promise<number> {
  await fetch(`${url}/api/accounts/sign-out`, { method: 'POST', headers: { cookie } })
  return (await fetch(`${url}/api/accounts/own/sessions`, { headers: { cookie } })).status
}
