import { join } from 'node:path'
import { forgetOldNotices, forgetOldRecords } from '@opensti/accounts'
import { publishDueRankings } from '@opensti/assessment'
import {
  connect,
  type Database,
  deliverOutbox,
  forgetOldRequests,
  getSealingKey,
  type Sender,
  sealAudit,
} from '@opensti/db'
import { takeEffect } from '@opensti/publication'
import { remindByPlan } from '@opensti/reporting'
import { tellClimbing } from '@opensti/supervision'
import { type BackupMeans, backUpIfDue } from './scheduled-backups.ts'

interface Log {
  error(detail: object, message: string): void
}

export interface Duties {
  stop(): Promise<void>
}

export interface Means {
  db: Database
  sealerUrl: string
  dataDir: string
  /** Who writes and gives away the messages of each topic. */
  senders: Readonly<Record<string, Sender>>
  /** Null where the house makes none by itself. */
  backups: Omit<BackupMeans, 'db'> | null
  log: Log
}

/**
 * Work that recurs: the audit log is sealed, waiting messages are sent, what nobody needs any more is forgotten. A failure
 * is logged and tried again next time.
 */
export function startDuties({ db, sealerUrl, dataDir, senders, backups, log }: Means): Duties {
  const stopping = new AbortController()
  const sealer = connect({ url: sealerUrl, max: 1, applicationName: 'opensti sealer' })
  const { key } = sealingKey(dataDir)
  const seal = every(10_000, 'audit sealing', log, (first) =>
    sealAudit(sealer, { key, headFile: headFile(dataDir), sweep: first }),
  )
  const deliver = every(5_000, 'outbox delivery', log, async () => {
    const { givenUp } = await deliverOutbox(db, senders, { stop: stopping.signal })
    if (givenUp > 0) log.error({ givenUp }, 'messages given up, see the operations screen')
  })
  const ranking = every(10_000, 'publishing rankings', log, () =>
    publishDueRankings(db, (error, assessment) => log.error({ err: error, assessment }, 'a ranking was not published')),
  )
  const remind = every(5 * 60_000, 'reminding', log, () => remindByPlan(db))
  const release = every(500, 'releases taking effect', log, () => takeEffect(db))
  const climb = every(60_000, 'telling of overdue items', log, () => tellClimbing(db))
  const forget = every(24 * 3_600_000, 'forgetting old records', log, async () => {
    await forgetOldRecords(db)
    await forgetOldNotices(db)
    await forgetOldRequests(db)
  })
  const backUp = every(60_000, 'scheduled backup', log, async () => {
    if (backups) await backUpIfDue({ db, ...backups }, stopping.signal)
  })
  return {
    stop: async () => {
      stopping.abort()
      await Promise.all([
        seal.stop(),
        deliver.stop(),
        ranking.stop(),
        release.stop(),
        remind.stop(),
        climb.stop(),
        forget.stop(),
        backUp.stop(),
      ])
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
