import type { RequestSummary } from '../../contract.ts'

const order = ['preparing', 'checking', 'signing', 'countersigning', 'submitted', 'accepted', 'locked']

/** Late ones that are still on their way first, then what is furthest from done. */
export function lateFirst(requests: readonly RequestSummary[]): RequestSummary[] {
  const rank = (one: RequestSummary) => (isLateNow(one) ? -10 : 0) + order.indexOf(one.state)
  return [...requests].sort((a, b) => rank(a) - rank(b))
}

/** Due, and never come: what came and was returned for completion is not overdue. */
export function isLateNow(one: RequestSummary): boolean {
  return one.late && !one.returned && !['submitted', 'accepted', 'locked'].includes(one.state)
}
