import type { Database } from '@opensti/db'
import { isLoaded, loadRegions } from '@opensti/plans'
import { contentDigest, faultLine, faultsOf, readRegions } from '@opensti/regions'
import type { Config } from './config.ts'
import { loadDemonstration } from './demonstration.ts'

/** Loads the region folders. Content with faults stops the start; the faults are shown with file, line and remedy. */
export async function loadContent(config: Config, db: Database, say: (line: string) => void): Promise<void> {
  const digest = contentDigest(config.regionsDir)
  if (!(await isLoaded(db, digest))) await loadFolders(config, db, digest, say)
  if (config.profile === 'demo') await loadDemonstration(db, config.regionsDir)
}

async function loadFolders(config: Config, db: Database, digest: string, say: (line: string) => void): Promise<void> {
  const readings = readRegions(config.regionsDir)
  const faults = faultsOf(readings)
  if (faults.length > 0) {
    const first = faults.slice(0, 5).map((fault) => `  ${faultLine(fault, 'en')}`)
    throw new Error(
      `${faults.length} faults in the region content:\n${first.join('\n')}\nRun: npm run --silent opensti -- region check`,
    )
  }
  const regions = readings.map((reading) => reading.content)
  const changes = await loadRegions(db, regions, digest)
  if (changes.length > 0) say(`载入地区内容 ${changes.length} 处 Loaded ${changes.length} rows of region content`)
}
