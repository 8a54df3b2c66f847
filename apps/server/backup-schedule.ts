import { resolve } from 'node:path'

/** When the house makes backups by itself, where they go, and how many are kept. */
export interface BackupSchedule {
  folder: string
  /** 0 to 23, by the clock of the machine. */
  hour: number
  keep: number
}

export interface BackupRules {
  /** Null when somebody else sees to it, such as a timer of the system. */
  schedule: BackupSchedule | null
  /** The system administrator is warned when the newest backup is older. */
  warnAfterDays: number
}

type Env = Record<string, string | undefined>

/** From the environment. Half a schedule, or one that could not encrypt, stops the start. */
export function readBackupRules(env: Env): BackupRules {
  const warnAfterDays = numberFrom(env, 'OPENSTI_BACKUP_WARN_DAYS', 2, 1, 365)
  const folder = env['OPENSTI_BACKUP_FOLDER']
  if (!folder) return { schedule: null, warnAfterDays }
  if (!env['OPENSTI_BACKUP_RECIPIENT'] && !env['OPENSTI_BACKUP_PASSPHRASE_FILE']) {
    throw new Error(
      'OPENSTI_BACKUP_FOLDER is set, and backups are always encrypted. Set OPENSTI_BACKUP_RECIPIENT to a public key (opensti backup new-key), or OPENSTI_BACKUP_PASSPHRASE_FILE.',
    )
  }
  const hour = numberFrom(env, 'OPENSTI_BACKUP_HOUR', 2, 0, 23)
  const keep = numberFrom(env, 'OPENSTI_BACKUP_KEEP', 14, 1, 1000)
  return { schedule: { folder: resolve(folder), hour, keep }, warnAfterDays }
}

function numberFrom(env: Env, name: string, otherwise: number, least: number, most: number): number {
  const text = env[name]
  if (text === undefined) return otherwise
  const number = Number(text)
  if (!Number.isInteger(number) || number < least || number > most) {
    throw new Error(`${name} is "${text}". Write a whole number from ${least} to ${most}.`)
  }
  return number
}

/** The latest moment at which a backup was to be made. After days switched off, one is due at once. */
export function lastDue(now: Date, hour: number): Date {
  const due = new Date(now)
  due.setHours(hour, 0, 0, 0)
  if (due > now) due.setDate(due.getDate() - 1)
  return due
}

/** `opensti-20261123-0203.age`: names sort by time. */
export function backupName(now: Date): string {
  const two = (number: number) => String(number).padStart(2, '0')
  const day = `${now.getFullYear()}${two(now.getMonth() + 1)}${two(now.getDate())}`
  return `opensti-${day}-${two(now.getHours())}${two(now.getMinutes())}.age`
}

/** Of the files in the folder those that a schedule made and that are too many, oldest first. Others are left alone. */
export function superfluous(names: readonly string[], keep: number): string[] {
  const own = names.filter((name) => /^opensti-\d{8}-\d{4}\.age$/.test(name)).sort()
  return own.slice(0, Math.max(0, own.length - keep))
}

export function leftHalf(names: readonly string[]): string[] {
  return names.filter((name) => /^opensti-\d{8}-\d{4}\.age\.\d+\.partial$/.test(name))
}
