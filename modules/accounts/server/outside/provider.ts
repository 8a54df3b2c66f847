import type { Bilingual } from '@opensti/kernel'

/** What belongs to one way to the provider and back, made anew for each and told to nobody else. */
export interface Errand {
  state: string
  nonce: string
  /** PKCE, RFC 7636. */
  verifier: string
}

/** What the browser brings back from the provider, as it stood in the address. */
export interface BroughtBack {
  state: string
  code?: string | undefined
  /** Who answered (RFC 9207). */
  iss?: string | undefined
  error?: string | undefined
}

/** Someone as the provider knows her. */
export interface OutsidePerson {
  issuer: string
  subject: string
}

/** An identity provider that the installation trusts to say who somebody is. */
export interface OutsideProvider {
  /** As people call it: 省统一身份认证平台. */
  label: Bilingual
  issuer: string
  /** Where to send the browser. Throws 503 `outside_unreachable`. */
  begin(errand: Errand): Promise<string>
  /**
   * Who came back.
   *
   * @throws 401 `outside_refused` for whatever does not fit errand, issuer, audience, time or signature; 422
   *   `outside_cancelled`; 503 `outside_unreachable`.
   */
  finish(brought: BroughtBack, errand: Errand): Promise<OutsidePerson>
  /**
   * Where to send the browser of someone who signs out, so that the provider ends her session too; null where it has no
   * such place, or does not answer: she is signed out here in any case.
   */
  leave?(): Promise<string | null>
}
