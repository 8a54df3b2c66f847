import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a provider that errs or lies may put into its ID token, and by what it signs. */
export interface Lie {
  claims?: Record<string, unknown>
  header?: Record<string, unknown>
  key?: KeyObject
  /** Left out: signed as it should be. */
  signature?: string
  /** Answers the exchange of the code with this status instead. */
  status?: number
  body?: string
}

/** An identity provider whose token endpoint says whatever a test wants. Everything else is as it should be. */
export async function startLyingProvider(clientId: string) {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const state = { lie: {} as Lie, nonce: '', issuer: '' }
  const server = createServer((request, response) => {
    const json = (body: unknown, status = 200) => {
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(JSON.stringify(body))
    }
    const { issuer } = state
    if (request.url === '/.well-known/openid-configuration') {
      return json({
        issuer,
        authorization_endpoint: `${issuer}/auth`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/jwks`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256', 'none', 'HS256'],
        authorization_response_iss_parameter_supported: true,
      })
    }
    if (request.url === '/jwks')
      return json({ keys: [{ ...publicKey.export({ format: 'jwk' }), alg: 'RS256', use: 'sig' }] })
    const { lie } = state
    if (lie.status !== undefined) {
      response.writeHead(lie.status, { 'content-type': 'text/html' })
      return response.end(lie.body ?? '<h1>502</h1>')
    }
    const now = Math.floor(Date.now() / 1000)
    const claims = {
      iss: issuer,
      aud: clientId,
      sub: 'mei',
      iat: now,
      exp: now + 300,
      nonce: state.nonce,
      ...lie.claims,
    }
    const head = { alg: 'RS256', typ: 'JWT', ...lie.header }
    const signed = [head, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')
    const signature = lie.signature ?? sign('sha256', Buffer.from(signed), lie.key ?? privateKey).toString('base64url')
    return json({ access_token: 'a', token_type: 'Bearer', id_token: `${signed}.${signature}` })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  state.issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    state,
    stop: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(resolve))
    },
  }
}
