import type { Database } from '@opensti/db'
import { loadRegions } from '@opensti/plans'
import { checkRegions, readRegions } from '@opensti/regions'
import type { Config } from './config.ts'
import { loadDemonstration } from './demonstration.ts'

/** Loads the region folders. Content with faults stops the start; the faults are shown with file, line and remedy. */
export async function loadContent(config: Config, db: Database, say: (line: string) => void): Promise<void> {
  const faults = checkRegions(config.regionsDir)
  if (faults.length > 0) {
    const first = faults
      .slice(0, 5)
      .map((fault) => `  ${fault.file}:${fault.line} ${fault.message.zh} ${fault.message.en}`)
    throw new Error(
      `${faults.length} faults in the region content:\n${first.join('\n')}\nRun: npm run --silent opensti -- region check`,
    )
  }
  const regions = readRegions(config.regionsDir).map((reading) => reading.content)
  const changes = await loadRegions(db, regions)
  if (changes.length > 0) say(`载入地区内容 ${changes.length} 处 Loaded ${changes.length} rows of region content`)
  if (config.profile === 'demo') await loadDemonstration(db, config.regionsDir, regions)
}
