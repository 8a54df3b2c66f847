import type { Bilingual } from '@opensti/kernel'

/** Units by name, with whoever leads them. */
export interface UnitNames {
  unit(id: string): { id: string; name: Bilingual; shortName: Bilingual }
  leader(id: string): Bilingual | null
}
