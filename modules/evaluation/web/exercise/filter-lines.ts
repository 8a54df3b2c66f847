import type { LineView } from '../../contract.ts'

export const wishes = ['all', 'differs', 'missingOwn', 'missingReview', 'troubled'] as const
export type Wish = (typeof wishes)[number]

/** The lines that fit; a unit narrows them further. The order stays. */
export function filterLines(lines: readonly LineView[], wish: Wish, unit: string | null): LineView[] {
  return lines.filter((line) => (unit === null || line.unit.id === unit) && fits(line, wish))
}

function fits({ own, review }: LineView, wish: Wish): boolean {
  switch (wish) {
    case 'all':
      return true
    case 'differs':
      return Boolean(own?.standing && review?.standing && own.standing !== review.standing)
    case 'missingOwn':
      return !own?.standing
    case 'missingReview':
      return !review?.standing
    case 'troubled':
      return [own, review].some((said) => said?.standing === 'behind' || said?.standing === 'cannot')
  }
}
