import type { Bilingual } from '@opensti/kernel'
import { api, useLanguage } from '@opensti/ui/workbench'
import { useQuery } from '@tanstack/react-query'

/** How a region is called; until that is known, its code. */
export function useRegionNames(): (id: string) => string {
  const { say } = useLanguage()
  const { data } = useQuery({
    queryKey: ['regions'],
    queryFn: () => api<{ regions: { id: string; name: Bilingual }[] }>('GET', '/api/regions'),
    staleTime: 600_000,
  })
  const names = new Map(data?.regions.map((region) => [region.id, region.name]))
  return (id) => {
    const name = names.get(id)
    return name ? say(name) : id
  }
}
