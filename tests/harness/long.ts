/** Harnesses run short in `npm test` and long by `npm run harness -- NAME --long`. */
export const isLong = process.env['OPENSTI_HARNESS_LONG'] === 'true'

/** A size that depends on it; `OPENSTI_HARNESS_SIZE` overrides both. */
export function size(short: number, long: number): number {
  return Number(process.env['OPENSTI_HARNESS_SIZE'] ?? (isLong ? long : short))
}
