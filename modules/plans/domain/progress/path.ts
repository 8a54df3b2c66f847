/** The way from the baseline to the target: straight, by a constant growth rate, or none (it is done or it is not). */
export type PathShape = 'linear' | 'compound' | 'none'

export interface Path {
  shape: PathShape
  /** Value and moment (in years; the end of 2025 is 2026.0) where the way begins. */
  from: { value: number; at: number }
  to: { value: number; at: number }
}

/** Share of the way's time that has passed at a moment, from 0 to 1. */
export function elapsedAt(path: Path, at: number): number {
  const span = path.to.at - path.from.at
  if (span <= 0) return at >= path.to.at ? 1 : 0
  return Math.min(1, Math.max(0, (at - path.from.at) / span))
}

/** What the way asks for at a moment. A compound way needs two values above zero and is straight otherwise. */
export function expectedAt(path: Path, at: number): number {
  const share = elapsedAt(path, at)
  const { from, to } = path
  if (path.shape === 'compound' && from.value > 0 && to.value > 0) return from.value * (to.value / from.value) ** share
  return from.value + (to.value - from.value) * share
}
