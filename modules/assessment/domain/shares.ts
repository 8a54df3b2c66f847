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
  region: string
  /** Decimal text; null while it has not been agreed. */
  value: string | null
  /** Decimal text, for weighted shares. */
  weight?: string | null
}

export interface Sharing {
  /** What the shares come to under the rule; null while one is missing. */
  together: string | null
  /** What is missing to the target (positive) or beyond it (negative). */
  gap: string | null
  missing: string[]
  /** Parts that stay below a target that each must reach. */
  below: string[]
}

/** Whether shares of a target at least reach it. Differences are said, never spread silently. */
export function sharingOf(target: string, rule: SharingRule, shares: readonly Share[]): Sharing {
  const missing = shares
    .filter((share) => share.value === null || (rule === 'weighted' && !share.weight))
    .map((share) => share.region)
  const agreed = shares.flatMap((share) =>
    share.value === null ? [] : [{ region: share.region, value: Big(share.value), weight: Big(share.weight || 0) }],
  )
  const below = rule === 'each' ? agreed.filter(({ value }) => value.lt(target)).map(({ region }) => region) : []
  if (missing.length > 0 || agreed.length === 0) return { together: null, gap: null, missing, below }
  const together = togetherOf(rule, agreed)
  return { together: plain(together), gap: plain(Big(target).minus(together)), missing, below }
}

function togetherOf(rule: SharingRule, agreed: readonly { value: Big; weight: Big }[]): Big {
  const sum = (values: readonly Big[]) => values.reduce((total, value) => total.plus(value), Big(0))
  switch (rule) {
    case 'sum':
      return sum(agreed.map(({ value }) => value))
    case 'weighted':
      return sum(agreed.map(({ value, weight }) => value.times(weight))).div(sum(agreed.map(({ weight }) => weight)))
    case 'each':
      return agreed.map(({ value }) => value).reduce((least, value) => (value.lt(least) ? value : least))
  }
}

/** At most six decimals, without trailing noughts. */
function plain(value: Big): string {
  return value.round(6, Big.roundHalfUp).toString()
}
