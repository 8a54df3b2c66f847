import { type LookupAddress, type LookupAllOptions, lookup } from 'node:dns'
import { request as plainRequest } from 'node:http'
import { request as secureRequest } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { addressProblem, hostOf, isListed, isPrivate } from '../../domain/webhook-address.ts'

export interface WebhookMessage {
  url: string
  headers: Readonly<Record<string, string>>
  body: string
}

export interface WebhookAnswer {
  outcome: 'taken' | 'refused' | 'redirected' | 'unreachable' | 'timed-out' | 'not-allowed'
  /** What the other side answered, if it did. */
  status: number | null
}

/**
 * Hands a message over and says how that went; throws nothing. No redirect is followed, the answer's text is not read, and
 * addresses of one's own network are refused after the name was looked up, at the very address that is dialled, unless the
 * operator lists the host.
 */
export async function postMessage(
  { url: address, headers, body }: WebhookMessage,
  listedHosts: readonly string[],
  signal: AbortSignal,
  lookUp: LookUp = lookup,
): Promise<WebhookAnswer> {
  if (addressProblem(address, listedHosts) !== null) return { outcome: 'not-allowed', status: null }
  const url = new URL(address)
  const listed = isListed(hostOf(url), listedHosts)
  return new Promise((resolve) => {
    const ask = (url.protocol === 'https:' ? secureRequest : plainRequest)(url, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
      signal,
      // No connection kept: each message is dialled, and looked at, anew.
      agent: false,
      ...(!listed && isIP(hostOf(url)) === 0 && { lookup: publicLookup(lookUp) }),
    })
    ask.on('response', (response) => {
      const status = response.statusCode ?? 0
      response.destroy()
      resolve({ outcome: outcomeOf(status), status })
    })
    ask.on('error', (error: NodeJS.ErrnoException) => {
      if (signal.aborted) resolve({ outcome: 'timed-out', status: null })
      else resolve({ outcome: error.code === notAllowed ? 'not-allowed' : 'unreachable', status: null })
    })
    ask.end(body)
  })
}

function outcomeOf(status: number): WebhookAnswer['outcome'] {
  if (status >= 200 && status < 300) return 'taken'
  return status >= 300 && status < 400 ? 'redirected' : 'refused'
}

const notAllowed = 'ERR_OWN_NETWORK'

type LookUp = (
  host: string,
  options: LookupAllOptions,
  callback: (error: NodeJS.ErrnoException | null, found: LookupAddress[]) => void,
) => void

/** Looks a name up and lets no address of one's own network through; one such among several refuses the name. */
function publicLookup(lookUp: LookUp): LookupFunction {
  return (host, options, callback) => {
    lookUp(host, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, '', 0)
      if (found.some(({ address }) => isPrivate(address)))
        return callback(Object.assign(new Error('own network'), { code: notAllowed }), '', 0)
      const [first] = found
      return options.all ? callback(null, found) : callback(null, first?.address ?? '', first?.family ?? 4)
    })
  }
}
