import type { PersonActor } from '@opensti/kernel'
import type { ExerciseRow } from '../store.ts'

/** What a person is to an assessment, for what she is shown. The policy table decides about what she does. */
export interface Rights {
  /** Sees every sheet. */
  watches: boolean
  supervises: boolean
  units: ReadonlySet<string>
  leads: ReadonlySet<string>
}

export function rightsOf(person: PersonActor, { region_id }: Pick<ExerciseRow, 'region_id'>): Rights {
  const here = person.grants.filter((grant) => grant.regionId === region_id)
  const ofUnits = (roles: readonly string[]) =>
    new Set(here.flatMap((grant) => (grant.unitId !== null && roles.includes(grant.role) ? [grant.unitId] : [])))
  return {
    watches: here.some(({ role }) => ['supervisor', 'planner', 'head'].includes(role)),
    supervises: here.some(({ role }) => role === 'supervisor'),
    units: ofUnits(['reporter', 'checker', 'unit-leader']),
    leads: ofUnits(['unit-leader']),
  }
}
