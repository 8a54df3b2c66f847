import { startBroker } from './database-broker.ts'
import { deskVariable } from './test-database.ts'

/** Vitest's global setup: opens the desk for test databases once for all projects and closes it at the end. */
export async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env[deskVariable]) return undefined
  const broker = await startBroker()
  process.env[deskVariable] = broker.socketPath
  return async () => {
    delete process.env[deskVariable]
    await broker.stop()
  }
}
