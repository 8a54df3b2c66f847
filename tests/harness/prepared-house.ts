import { existsSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { folderMadeOnce } from '@opensti/testing'
import { readConfig } from '../../apps/server/config.ts'
import { startProduct } from '../../apps/server/start-product.ts'

/**
 * Fills a data folder with what a first start makes: cluster, keys, the content of all regions and the demonstration.
 * One first start serves the whole run; every other house begins with a copy of what it left, as after a restart.
 */
export async function copyPreparedHouse(dataDir: string): Promise<void> {
  const prepared = await folderMadeOnce('house', firstStart)
  // Where the system lets root's database only work elsewhere, there is nothing here to copy: then the first start is its own.
  if (!existsSync(join(prepared, 'cluster'))) return
  await cp(prepared, dataDir, { recursive: true, filter: (path) => !passing.test(basename(path)) })
}

/** What belongs to a running house alone. */
const passing = /^(?:socket|lock\.\d+|address\.json|postgres\.log)$/

async function firstStart(dataDir: string): Promise<void> {
  const config = readConfig({ PORT: '0', OPENSTI_DATA: dataDir, LOG_LEVEL: 'error' })
  const product = await startProduct(config, () => undefined)
  await product.stop()
}
