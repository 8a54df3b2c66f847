import type { Citation } from '../../contract.ts'

/** Compared with the official text, or signed and locked here by whoever answers for it. */
export function isSure(verified: Citation['verified']): boolean {
  return verified === 'official' || verified === 'reported'
}
