import { spawn } from 'node:child_process'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Database } from '@opensti/db'
import { backupsState } from '@opensti/db/backup'
import { type BackupSchedule, backupName, lastDue, leftHalf, superfluous } from './backup-schedule.ts'

const commandLine = join(import.meta.dirname, '..', 'cli', 'main.ts')
const anHour = 3_600_000

export interface BackupMeans {
  db: Database
  schedule: BackupSchedule
  /** Where the command finds this installation. */
  env: Record<string, string | undefined>
}

/**
 * One look at whether a backup is due, and the backup. It runs as a command of its own, so that neither encrypting nor
 * compressing slows an answer. A failure is noted by the command and tried again after an hour.
 */
export async function backUpIfDue({ db, schedule, env }: BackupMeans, stop: AbortSignal): Promise<string | null> {
  const now = new Date()
  const { last, failed } = await backupsState(db)
  if (last && last.takenAt >= lastDue(now, schedule.hour)) return null
  if (failed && now.getTime() - failed.at.getTime() < anHour) return null
  await mkdir(schedule.folder, { recursive: true, mode: 0o700 })
  const file = join(schedule.folder, backupName(now))
  // What a power cut or a stop left half written.
  for (const name of leftHalf(await readdir(schedule.folder))) await rm(join(schedule.folder, name))
  await run(['backup', 'write', file, '--scheduled'], env, stop).catch((error: unknown) => {
    if (!stop.aborted) throw error
  })
  // Only what is followed by a good one goes.
  for (const name of superfluous(await readdir(schedule.folder), schedule.keep)) await rm(join(schedule.folder, name))
  return file
}

function run(args: string[], env: BackupMeans['env'], signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [commandLine, ...args], { env, signal, stdio: ['ignore', 'ignore', 'pipe'] })
    let said = ''
    child.stderr.on('data', (chunk) => {
      said = (said + chunk).slice(-2000)
    })
    child.once('error', reject)
    child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(`The backup failed: ${said.trim()}`))))
  })
}
