import type { Language } from '@opensti/kernel'
import type { PersonRow } from '../../contract.ts'

/** What the list of people is narrowed to; kept in the address. */
export interface PeopleFilter {
  q?: string
  role?: string
  state?: string
}

export type PersonState = 'active' | 'suspended' | 'locked'

/** Suspension says more than a pause of signing in, so it goes first. */
export function stateOf(person: Pick<PersonRow, 'status' | 'lockedUntil'>): PersonState {
  if (person.status === 'suspended') return 'suspended'
  return person.lockedUntil ? 'locked' : 'active'
}

/** People whose names, sign-in name or unit hold every word looked for, in any case; Chinese names in the order of their sound. */
export function findPeople(
  people: readonly PersonRow[],
  { q = '', role, state }: PeopleFilter,
  language: Language,
): PersonRow[] {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean)
  const order = new Intl.Collator(language === 'zh' ? 'zh-CN' : 'en')
  const found = people.filter((person) => {
    const names = [person.name, person.unit?.name, person.organisation].flatMap((name) => [name?.zh, name?.en])
    const text = [...names, person.signInName].join(' ').toLowerCase()
    return (
      words.every((word) => text.includes(word)) &&
      (!role || person.grants.some((grant) => grant.role === role)) &&
      (!state || stateOf(person) === state)
    )
  })
  return found.sort((a, b) => order.compare(a.name[language], b.name[language]))
}
