import type { Bilingual } from '@opensti/kernel'
import {
  AuthorizationResponseError,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  Configuration,
  calculatePKCECodeChallenge,
  clockTolerance,
  discovery,
  enableNonRepudiationChecks,
  ResponseBodyError,
} from 'openid-client'
import { cancelled, refused, unreachable } from './outside-refusals.ts'
import type { BroughtBack, OutsideProvider } from './provider.ts'

export interface OpenIdSettings {
  issuer: string
  clientId: string
  clientSecret: string
  label: Bilingual
  /** Where people reach the house, without a slash at the end. */
  publicUrl: () => string
  /** Whether signing out here signs out there as well (OpenID Connect RP-Initiated Logout 1.0). */
  endsSessions?: boolean
}

/** What the provider says of itself is asked for again after so long, because keys and addresses change. */
const knownForMs = 10 * 60_000
const timeoutSeconds = 8
/** Clocks of two servers may be so far apart. */
const secondsApart = 30

/** Where the provider sends people back; to be registered there. */
export function outsideReturnAddress(publicUrl: string): string {
  return `${publicUrl}/api/accounts/outside/return`
}

/** Where the provider sends people who have signed out there; to be registered as well where that is wished for. */
export function signedOutAddress(publicUrl: string): string {
  return `${publicUrl}/workbench/sign-in`
}

/** An OpenID Connect provider: authorization code with PKCE, state and nonce; the ID token's signature is checked always. */
export function openIdProvider(settings: OpenIdSettings): OutsideProvider {
  let known: { at: number; configuration: Configuration } | undefined

  async function configuration(): Promise<Configuration> {
    if (known && Date.now() - known.at < knownForMs) return known.configuration
    const fresh = await discover(settings).catch((error: unknown) => {
      throw unreachable(error)
    })
    known = { at: Date.now(), configuration: fresh }
    return fresh
  }

  return {
    label: settings.label,
    issuer: settings.issuer,
    async begin({ state, nonce, verifier }) {
      const address = buildAuthorizationUrl(await configuration(), {
        redirect_uri: outsideReturnAddress(settings.publicUrl()),
        scope: 'openid',
        state,
        nonce,
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      })
      return address.href
    },
    async finish(brought, { state, nonce, verifier }) {
      const config = await configuration()
      try {
        const tokens = await authorizationCodeGrant(config, addressOf(settings, brought), {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        })
        const claims = tokens.claims()
        if (!claims) throw new Error('The provider gave no ID token.')
        return { issuer: claims.iss, subject: claims.sub }
      } catch (error) {
        if (error instanceof AuthorizationResponseError && error.error === 'access_denied') throw cancelled()
        throw isOutage(error) ? unreachable(error) : refused(error)
      }
    },
    ...(settings.endsSessions && {
      leave: async () => endOfSession(await configuration().catch(() => null), settings),
    }),
  }
}

function endOfSession(config: Configuration | null, { publicUrl }: OpenIdSettings): string | null {
  if (!config?.serverMetadata().end_session_endpoint) return null
  return buildEndSessionUrl(config, { post_logout_redirect_uri: signedOutAddress(publicUrl()) }).href
}

async function discover({ issuer, clientId, clientSecret }: OpenIdSettings): Promise<Configuration> {
  const server = new URL(issuer)
  const execute = isLoopback(server) ? [allowInsecureRequests] : []
  const found = await discovery(server, clientId, undefined, undefined, { timeout: timeoutSeconds, execute })
  const metadata = found.serverMetadata()
  const configuration = new Configuration(
    metadata,
    clientId,
    {
      client_secret: clientSecret,
      id_token_signed_response_alg: signingAlgorithm(metadata.id_token_signing_alg_values_supported),
      [clockTolerance]: secondsApart,
    },
    authentication(metadata.token_endpoint_auth_methods_supported, clientSecret),
  )
  configuration.timeout = timeoutSeconds
  for (const set of [...execute, enableNonRepudiationChecks]) set(configuration)
  return configuration
}

/** Providers that say nothing understand the header (OpenID Connect Discovery 1.0, 3). */
function authentication(methods: readonly string[] | undefined, secret: string): ClientAuth {
  return methods && !methods.includes('client_secret_basic') ? ClientSecretPost(secret) : ClientSecretBasic(secret)
}

/** RS256, which every provider has (OpenID Connect Core 1.0, 15.1), or the first that can be checked by a published key. */
function signingAlgorithm(offered: readonly string[] | undefined): string {
  const sound = (offered ?? []).filter((name) => /^(RS|PS|ES)(256|384|512)$|^EdDSA$|^Ed25519$/.test(name))
  return sound.includes('RS256') ? 'RS256' : (sound[0] ?? 'RS256')
}

/** Secrets go over plain HTTP only where they do not leave the machine. */
function isLoopback({ protocol, hostname }: URL): boolean {
  return protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(hostname)
}

function addressOf({ publicUrl }: OpenIdSettings, brought: BroughtBack): URL {
  const address = new URL(outsideReturnAddress(publicUrl()))
  for (const [name, value] of Object.entries(brought)) {
    if (value !== undefined) address.searchParams.set(name, value)
  }
  return address
}

/** Nobody answered, or what answered was not the provider but something in front of it that is out of order. */
function isOutage(error: unknown): boolean {
  if (error instanceof ResponseBodyError) return error.status >= 500
  if (!(error instanceof Error)) return false
  if (error instanceof TypeError && error.message === 'fetch failed') return true
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return ['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON'].includes(code)
}
