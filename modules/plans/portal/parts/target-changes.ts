import { formatDate, formatFigure } from '@opensti/ui'
import type { Progress, Target } from '../../contract.ts'
import type { Voice } from '../page.ts'

/** For every decision that changed a target, what it was before, who approved, the paper and from when; the latest first. */
export function changeNotes(target: Target, rule: Progress['rule'], { language }: Voice): string[] {
  return (target.changes ?? []).toReversed().map((change) => {
    const as = rule === 'rank' || rule === 'yes-no' ? rule : 'amount'
    const before = formatFigure({ ...target, ...change.from }, language, { as })
    const since = formatDate(change.since, language)
    const number = change.documentNumber ? `（${change.documentNumber}）` : ''
    return language === 'zh'
      ? `原目标 ${before}；经${change.approver}批准，依据《${change.document}》${number}，自${since}起调整`
      : `Was ${before}; changed from ${since}, approved by ${change.approver}: ${change.document}${number}`
  })
}

/** The same in a few words, for a row of a table: what it was, and since when it is not. */
export function changeMark(target: Target, rule: Progress['rule'], { language }: Voice): string | null {
  const change = target.changes?.at(-1)
  if (!change) return null
  const as = rule === 'rank' || rule === 'yes-no' ? rule : 'amount'
  const before = formatFigure({ ...target, ...change.from }, language, { as })
  const since = formatDate(change.since, language)
  return language === 'zh' ? `原 ${before}，${since}调整` : `was ${before}, changed ${since}`
}
