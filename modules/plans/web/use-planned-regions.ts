import { useSession } from '@opensti/accounts/session'

/** The regions whose documents the person may read into the ledger, her own first. */
export function usePlannedRegions(): string[] {
  const { person } = useSession()
  const planned = (person?.grants ?? []).filter((grant) => grant.role === 'planner').map((grant) => grant.regionId)
  return [...new Set(planned)].sort((a, b) => Number(b === person?.regionId) - Number(a === person?.regionId))
}
