import { join } from 'node:path'
import { forgetOldRecords } from '@opensti/accounts'
import { connect, type Database, deliverOutbox, getSealingKey, type Sender, sealAudit } from '@opensti/db'

interface Log {
  error(detail: object, message: string): void
}

export interface Duties {
  stop(): Promise<void>
}

/** No outside channel is connected yet; messages wait in the outbox until one is. */
const senders: Record<string, Sender> = {}

/** Work that recurs: the audit log is sealed and waiting messages are sent. A failure is logged and tried again next time. */
export function startDuties(db: Database, sealerUrl: string, dataDir: string, log: Log): Duties {
  const sealer = connect({ url: sealerUrl, max: 1, applicationName: 'opensti sealer' })
  const { key } = sealingKey(dataDir)
  const seal = every(10_000, 'audit sealing', log, (first) =>
    sealAudit(sealer, { key, headFile: headFile(dataDir), sweep: first }),
  )
  const deliver = every(5_000, 'outbox delivery', log, () => deliverOutbox(db, senders))
  const forget = every(24 * 3_600_000, 'forgetting old records', log, () => forgetOldRecords(db))
  return {
    stop: async () => {
      await Promise.all([seal.stop(), deliver.stop(), forget.stop()])
      // What was done until now is sealed before the house closes.
      await sealAudit(sealer, { key, headFile: headFile(dataDir) }).catch((error: unknown) =>
        log.error({ err: error }, 'last audit sealing'),
      )
      await sealer.destroy()
    },
  }
}

/** The heads of all seals, outside the database; best kept on another machine as well. */
export function headFile(dataDir: string): string {
  return join(dataDir, 'audit', 'heads.txt')
}

export function sealingKey(dataDir: string) {
  const { privateKey, publicKey } = getSealingKey(join(dataDir, 'audit'))
  return { key: privateKey, publicKey }
}

/** Runs a duty again and again, never twice at once. */
function every(milliseconds: number, name: string, log: Log, duty: (first: boolean) => Promise<unknown>): Duties {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let running: Promise<unknown> = Promise.resolve()
  const run = (first: boolean) => {
    running = duty(first)
      .catch((error: unknown) => log.error({ err: error }, `${name} failed`))
      .then(() => {
        if (!stopped) timer = setTimeout(() => run(false), milliseconds)
      })
  }
  timer = setTimeout(() => run(true), 1000)
  return {
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
