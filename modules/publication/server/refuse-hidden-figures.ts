import type { Reader } from '@opensti/db'
import { unprocessable } from '@opensti/kernel'
import { hiddenFigures } from '@opensti/plans'

/**
 * A paper does not make figures public that are not: all that it cites are public by now, or go out with it in the same release.
 *
 * @throws `figures_not_public` (422) naming them.
 */
export async function refuseHiddenFigures(
  db: Reader,
  papers: readonly { restsOn: readonly string[] }[],
  goingOut: readonly { id: string }[],
): Promise<void> {
  const own = new Set(goingOut.map(({ id }) => id))
  const cited = new Set(papers.flatMap(({ restsOn }) => restsOn))
  const hidden = await hiddenFigures(
    db,
    [...cited].filter((id) => !own.has(id)),
  )
  if (hidden.length === 0) return
  throw unprocessable(
    'figures_not_public',
    {
      zh: `材料引用的数里有${hidden.length}个还没有公开，不能随材料流出。`,
      en: `${hidden.length} figures that the papers cite are not public yet and must not leave with them.`,
    },
    {
      details: hidden.map(({ indicator, period }) => ({
        message: { zh: `${indicator.zh}（${period}）`, en: `${indicator.en} (${period})` },
      })),
      remedy: {
        zh: '请先发布这些数，或者在同一次发布里一并公开。',
        en: 'Release these figures first, or in the same release.',
      },
    },
  )
}
