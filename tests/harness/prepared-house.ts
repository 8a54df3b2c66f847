import { existsSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { connect, outboxState } from '@opensti/db'
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
  const db = connect({ url: product.database.ownerUrl, max: 1, applicationName: 'preparing' })
  // What the demonstration leaves to be sent and made, papers above all, is done once here and not again in every copy.
  for (const deadline = performance.now() + 90_000; performance.now() < deadline; await sleep(500))
    if ((await outboxState(db)).waiting === 0) break
  await db.destroy()
  await product.stop()
}
