import { connect as connectSocket, type Socket } from 'node:net'
import { createInterface } from 'node:readline'
import { connect, type Database } from '@opensti/db'
import { type Broker, type BrokerReply, type BrokerRequest, startBroker } from './database-broker.ts'

/** A database of one's own, as each of the three roles sees it. */
export interface TestDatabase {
  /** As the application runs: use this one. */
  db: Database
  /** As migrations run. */
  owner: Database
  /** As the audit sealer runs. */
  sealer: Database
  appUrl: string
  ownerUrl: string
  sealerUrl: string
  /** For tests about the server itself. */
  superuserUrl: string
  stop(): Promise<void>
}

/** Where the global setup of a test run listens; without one the process opens a desk of its own. */
export const deskVariable = 'OPENSTI_TEST_DESK'

/**
 * A fresh database for this test file, given back when its tests are over. About 50 ms; the first in a run starts the
 * server. Call it at the top of the file: `const { db } = await testDatabase()`.
 */
export async function testDatabase(template: BrokerRequest['template'] = 'migrated'): Promise<TestDatabase> {
  const { afterAll } = await import('vitest')
  const database = await freshDatabase(template)
  afterAll(() => database.stop())
  return database
}

/** The same for scripts: stop it yourself. */
export async function freshDatabase(template: BrokerRequest['template'] = 'migrated'): Promise<TestDatabase> {
  let own: Broker | undefined
  let path = process.env[deskVariable]
  if (!path) {
    own = await startBroker()
    path = own.socketPath
  }
  const socket = connectSocket(path)
  const reply = await ask(socket, { template })
  if (reply.error) {
    socket.destroy()
    await own?.stop()
    throw new Error(`No test database: ${reply.error}`)
  }
  const { appUrl, ownerUrl, sealerUrl, superuserUrl } = reply
  const db = connect({ url: appUrl, applicationName: 'test' })
  const owner = connect({ url: ownerUrl, max: 4, applicationName: 'test owner', statementTimeoutMs: 120_000 })
  const sealer = connect({ url: sealerUrl, max: 4, applicationName: 'test sealer' })
  return {
    db,
    owner,
    sealer,
    appUrl,
    ownerUrl,
    sealerUrl,
    superuserUrl,
    stop: async () => {
      await Promise.all([db.destroy(), owner.destroy(), sealer.destroy()])
      socket.destroy()
      await own?.stop()
    },
  }
}

function ask(socket: Socket, request: BrokerRequest): Promise<BrokerReply> {
  return new Promise((resolve, reject) => {
    socket.once('error', reject)
    socket.once('close', () => reject(new Error('The desk for test databases has closed.')))
    createInterface({ input: socket }).once('line', (line) => resolve(JSON.parse(line) as BrokerReply))
    socket.write(`${JSON.stringify(request)}\n`)
  })
}
