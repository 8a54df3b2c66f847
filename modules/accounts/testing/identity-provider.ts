import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

/** A certified OpenID Connect provider on this machine, as a province would run one. */
export interface IdentityProvider {
  issuer: string
  clientId: string
  clientSecret: string
  stop(): Promise<void>
}

/**
 * Starts it. Whoever is sent there meets a page with one button for each of these people, or goes back by another.
 *
 * @param returnAddress where it sends people back, asked for when somebody comes.
 */
export async function startIdentityProvider(
  returnAddress: string,
  people: readonly string[],
): Promise<IdentityProvider> {
  let handle: (request: IncomingMessage, response: ServerResponse) => void = () => undefined
  const server = createServer((request, response) => handle(request, response))
  const issuer = `http://127.0.0.1:${await listen(server)}`
  const clientSecret = randomBytes(24).toString('base64url')
  const provider = newProvider(issuer, clientSecret, returnAddress)
  const answer = provider.callback()
  handle = (request, response) => {
    const isPage = request.url?.startsWith('/choose/')
    if (isPage) void choose(provider, people, request, response)
    else void answer(request, response)
  }
  return { issuer, clientId: 'opensti', clientSecret, stop: () => stop(server) }
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

async function stop(server: Server): Promise<void> {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
}

function newProvider(issuer: string, clientSecret: string, returnAddress: string): Provider {
  const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' })
  const provider = new Provider(issuer, {
    clients: [{ client_id: 'opensti', client_secret: clientSecret, redirect_uris: [returnAddress] }],
    jwks: { keys: [{ ...key, use: 'sig', alg: 'RS256' }] },
    cookies: { keys: [randomBytes(16).toString('hex')] },
    ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600, AuthorizationCode: 60 },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, interaction) => `/choose/${interaction.uid}` },
    findAccount: (_, id) => ({ accountId: id, claims: async () => ({ sub: id, email: 'chen@lakeside.example' }) }),
    // Nobody is asked for consent to what her own office runs.
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({
        clientId: ctx.oidc.client?.clientId,
        accountId: ctx.oidc.session?.accountId,
      })
      grant.addOIDCScope('openid')
      await grant.save()
      return grant
    },
  })
  return provider
}

/** The page of the provider: people as buttons. */
async function choose(
  provider: Provider,
  people: readonly string[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const chosen = new URL(request.url ?? '', 'http://here.invalid').searchParams.get('as')
  if (chosen === 'nobody') {
    await provider.interactionFinished(request, response, { error: 'access_denied' })
  } else if (chosen !== null) {
    await provider.interactionFinished(request, response, { login: { accountId: chosen } })
  } else {
    const path = request.url?.split('?', 1)[0]
    const links = [...people, 'nobody'].map((name) => `<p><a href="${path}?as=${name}">${name}</a></p>`)
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(`<!doctype html><html lang="zh-CN"><title>统一身份认证</title><h1>统一身份认证</h1>${links.join('')}`)
  }
}

/** Goes through the provider's pages as a browser would, with its cookies, and returns the address it is sent back to. */
export async function goThrough(start: string, as: string, returnAddress: string): Promise<URL> {
  const cookies = new Map<string, string>()
  let address = start
  for (let step = 0; step < 10; step += 1) {
    if (address.startsWith(returnAddress)) return new URL(address)
    const page = new URL(address)
    if (page.pathname.startsWith('/choose/')) page.searchParams.set('as', as)
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(page, { redirect: 'manual', headers: { cookie } })
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = line.split(';', 1)[0]?.split('=') ?? []
      cookies.set(name, value)
    }
    const next = answer.headers.get('location')
    if (!next) throw new Error(`The provider stopped at ${page.pathname}: ${answer.status} ${await answer.text()}`)
    address = new URL(next, page).href
  }
  throw new Error('The provider sends people round in circles.')
}
