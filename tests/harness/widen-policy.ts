import { Policy, type PolicyRow } from '@opensti/kernel'
import { policy as housePolicy } from '../../apps/server/house.ts'

/** A row made wider by one step: to everybody signed in, to every region, or to every state. */
export function widenings(row: PolicyRow): { what: string; row: PolicyRow }[] {
  const wider: { what: string; row: PolicyRow }[] = []
  if (Array.isArray(row.who)) wider.push({ what: 'anyone signed in', row: { ...row, who: 'signed-in' } })
  if (row.who === 'signed-in')
    wider.push({ what: 'visitors too', row: { ...row, who: 'anyone', relation: 'everywhere' } })
  if (row.relation !== 'everywhere') wider.push({ what: 'everywhere', row: { ...row, relation: 'everywhere' } })
  if (row.states)
    wider.push({ what: 'in every state', row: { action: row.action, who: row.who, relation: row.relation } })
  return wider
}

/** The house's table, or another in its place for a while: one running server meets many planted faults. */
export class ChangeablePolicy extends Policy {
  #now: Policy = housePolicy

  constructor() {
    super(housePolicy.rows)
  }

  use(policy: Policy): void {
    this.#now = policy
  }

  override allows(...about: Parameters<Policy['allows']>): boolean {
    return this.#now.allows(...about)
  }

  override mightAllow(...about: Parameters<Policy['mightAllow']>): boolean {
    return this.#now.mightAllow(...about)
  }

  override decide(...about: Parameters<Policy['decide']>): ReturnType<Policy['decide']> {
    return this.#now.decide(...about)
  }
}

/** The house's table with one row widened. */
export function withRow(index: number, row: PolicyRow): Policy {
  return new Policy(housePolicy.rows.map((known, at) => (at === index ? row : known)))
}
