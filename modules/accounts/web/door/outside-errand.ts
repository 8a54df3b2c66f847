/** What this tab remembers while somebody is at the identity provider. */
export interface OutsideErrand {
  /** By which the browser shows that it is the one that went. */
  token: string
  /** Where she wanted to go. */
  path: string
}

const key = 'opensti.outside'

export function rememberErrand(errand: OutsideErrand): void {
  sessionStorage.setItem(key, JSON.stringify(errand))
}

/** Undefined in a tab from which nobody went. */
export function findErrand(): OutsideErrand | undefined {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null')
    return isErrand(kept) ? kept : undefined
  } catch {
    return undefined
  }
}

function isErrand(kept: unknown): kept is OutsideErrand {
  return typeof kept === 'object' && kept !== null && 'token' in kept && 'path' in kept
}

/** What the provider sent back, as the server put it behind the # of the address. */
export function broughtBack(hash: string): Record<string, string> | undefined {
  try {
    const bytes = Uint8Array.from(atob(hash.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0))
    const brought: unknown = JSON.parse(new TextDecoder().decode(bytes))
    return typeof brought === 'object' && brought !== null ? (brought as Record<string, string>) : undefined
  } catch {
    return undefined
  }
}
