import { checkConflicts } from './checks/conflicts.ts'
import { checkDates } from './checks/dates.ts'
import { checkDuplicates } from './checks/duplicates.ts'
import { checkLinks } from './checks/links.ts'
import { checkMeasures } from './checks/measures.ts'
import { checkUnitDates } from './checks/unit-dates.ts'
import { checkWords } from './checks/words.ts'
import type { Fault } from './faults.ts'
import { type RegionReading, readRegions } from './read-region.ts'

/** Reads all regions below a folder and returns every fault of their content, in the order of files and lines. */
export function checkRegions(root: string): Fault[] {
  return faultsOf(readRegions(root))
}

/** The same for regions that have been read already. */
export function faultsOf(readings: readonly RegionReading[]): Fault[] {
  const regions = readings.map((reading) => reading.content)
  const faults = [
    ...readings.flatMap((reading) => reading.faults),
    ...checkDuplicates(regions),
    ...checkLinks(regions, new Set(readings.flatMap((reading) => reading.broken))),
    ...checkDates(regions),
    ...checkUnitDates(regions),
    ...checkMeasures(regions),
    ...checkConflicts(regions),
    ...checkWords(readings),
  ]
  return faults.sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1))
}
