import Big from 'big.js'

/** How the parts of a target make up the whole. */
export type SharingRule =
  /** Counts and amounts: the parts add up. */
  | 'sum'
  /** Ratios: the parts weigh by something, such as GDP; each carries its weight. */
  | 'weighted'
  /** Every part must reach the whole by itself. */
  | 'each'

export interface Share {
  /** Who gets it: a region or a unit. */
  region: string
  /** Decimal text; null while it has not been agreed. */
  value: string | null
  /** Decimal text, for weighted shares. */
  weight?: string | null
}

export interface Sharing {
  /** What the shares come to under the rule; null while one is missing. */
  together: string | null
  /** The same of those that are known so far. */
  filled: string | null
  /** What is missing to the target (positive) or beyond it (negative). */
  gap: string | null
  missing: string[]
  /** Parts that miss a target that each must reach. */
  below: string[]
}

/**
 * Whether shares of a target come to it. Differences are said, never spread silently.
 *
 * @param direction `lower` for targets that should not be exceeded, such as energy used.
 */
export function sharingOf(
  target: string,
  rule: SharingRule,
  shares: readonly Share[],
  direction: 'higher' | 'lower' = 'higher',
): Sharing {
  const missing = shares
    .filter((share) => share.value === null || (rule === 'weighted' && !share.weight))
    .map((share) => share.region)
  const agreed = shares
    .filter((share) => !missing.includes(share.region))
    .map((share) => ({ region: share.region, value: Big(share.value || 0), weight: Big(share.weight || 0) }))
  const misses = (value: Big) => (direction === 'higher' ? value.lt(target) : value.gt(target))
  const below = rule === 'each' ? agreed.filter(({ value }) => misses(value)).map(({ region }) => region) : []
  if (agreed.length === 0) return { together: null, filled: null, gap: null, missing, below }
  const filled = togetherOf(rule, agreed, direction)
  if (missing.length > 0) return { together: null, filled: plain(filled), gap: null, missing, below }
  return { together: plain(filled), filled: plain(filled), gap: plain(Big(target).minus(filled)), missing, below }
}

function togetherOf(
  rule: SharingRule,
  agreed: readonly { value: Big; weight: Big }[],
  direction: 'higher' | 'lower',
): Big {
  const sum = (values: readonly Big[]) => values.reduce((total, value) => total.plus(value), Big(0))
  switch (rule) {
    case 'sum':
      return sum(agreed.map(({ value }) => value))
    case 'weighted':
      return sum(agreed.map(({ value, weight }) => value.times(weight))).div(sum(agreed.map(({ weight }) => weight)))
    case 'each':
      return agreed
        .map(({ value }) => value)
        .reduce((worst, value) => ((direction === 'higher' ? value.lt(worst) : value.gt(worst)) ? value : worst))
  }
}

/** At most six decimals, without trailing noughts. */
function plain(value: Big): string {
  return value.round(6, Big.roundHalfUp).toString()
}
