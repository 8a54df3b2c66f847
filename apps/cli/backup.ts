import { existsSync, writeFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import type { OpenedDatabase } from '@opensti/db'
import {
  type BackupNote,
  backupRefusals,
  checkBackup,
  digestOfFile,
  type Lock,
  makeBackup,
  newKeyPair,
  newNoteId,
  noteBackup,
  noteChecked,
  type Opener,
  readIdentities,
  readPassphrase,
} from '@opensti/db/backup'
import { AppError } from '@opensti/kernel'
import packageJson from '../../package.json' with { type: 'json' }
import { dataDir, withConnection, withDatabase, withServer } from './with-database.ts'

export interface LockOptions {
  recipient?: string[]
  passphraseFile?: string
}

export interface OpenerOptions {
  identity?: string
  passphraseFile?: string
}

/** `opensti backup FILE`: also while the server runs, and whatever the state of the structure. */
export async function writeBackup(file: string, options: LockOptions & { scheduled?: boolean }): Promise<void> {
  const lock = lockFrom(options)
  const scheduled = options.scheduled ?? false
  await withServer({ join: true }, async (opened) => {
    const { ownerUrl } = opened
    const id = newNoteId()
    try {
      const made = await makeBackup({ ownerUrl, dataDir, file, lock, program: packageJson.version, report: progress() })
      const isChecked = await readBack(file, options)
      const { takenAt, bytes, sha256: fileSha256, digest } = made
      await note(opened, id, {
        kind: 'backup',
        file: basename(file),
        scheduled,
        outcome: { takenAt, bytes, fileSha256, digest },
        isChecked,
      })
      say(`${resolve(file)}`)
      say(`时刻 as of ${takenAt.toISOString()}`)
      say(`${made.tables} 个表 tables, ${made.rows} 行 rows, ${made.files} 个文件 files, ${bytes} 字节 bytes`)
      say(`摘要 digest ${digest}`)
      say(
        isChecked
          ? '已解密核对 Decrypted and checked'
          : '请在保管私钥的机器上核对 Check it where the private key is: opensti backup check',
      )
    } catch (error) {
      const problem = error instanceof AppError ? error.code : 'failed'
      const failed = {
        kind: 'backup' as const,
        file: basename(file),
        scheduled,
        outcome: { problem },
        isChecked: false,
      }
      await note(opened, id, failed).catch(() => undefined)
      throw error
    }
  })
}

/** Only who has a passphrase here can read it back; a public key closes and does not open. */
async function readBack(file: string, options: LockOptions): Promise<boolean> {
  const { passphraseFile } = withSettings(options)
  if (!passphraseFile) return false
  await checkBackup(file, { passphrase: readPassphrase(passphraseFile) })
  return true
}

/** A structure from before the notes has no place for them. */
async function note(opened: OpenedDatabase, id: string, entry: BackupNote): Promise<void> {
  await withConnection(opened, (db) => noteBackup(db, id, entry)).catch((error: { code?: string }) => {
    if (error.code !== '42P01') throw error
  })
}

/** `opensti backup check FILE`: no database, unless its notes shall know of it. */
export async function checkBackupFile(file: string, options: OpenerOptions & { note?: boolean }): Promise<void> {
  const { head, manifest } = await checkBackup(file, openerFrom(options))
  say(`备份完好 The backup is sound`)
  say(`时刻 as of ${head.takenAt}; OpenSTI ${head.program}, PostgreSQL ${head.server}`)
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
  say(`${manifest.tables.length} 个表 tables, ${rows} 行 rows, ${manifest.files.length} 个文件 files`)
  say(`摘要 digest ${manifest.digest}`)
  if (!options.note) return
  const sha256 = await digestOfFile(file)
  const known = await withDatabase((db) => noteChecked(db, sha256))
  say(known ? '已记入本机的备份记录 Noted here' : '本机没有这份备份的记录 This installation has no note of it')
}

/** `opensti backup new-key FILE`: the private key goes into a file, the public one is printed. */
export async function makeBackupKey(file: string): Promise<void> {
  if (existsSync(file)) throw backupRefusals.exists(file)
  const { identity, recipient } = await newKeyPair()
  writeFileSync(file, `# public key: ${recipient}\n${identity}\n`, { mode: 0o600, flag: 'wx', flush: true })
  say(recipient)
  process.stderr.write('私钥在文件里，请离线保管；没有它，备份打不开。\n')
  process.stderr.write('The private key is in the file. Keep it away from this machine; without it no backup opens.\n')
}

/** What the command names, else what the environment of the installation does. */
function lockFrom(options: LockOptions): Lock {
  const { recipient, passphraseFile } = withSettings(options)
  if (passphraseFile) return { passphrase: readPassphrase(passphraseFile) }
  if (recipient && recipient.length > 0) return { recipients: recipient }
  throw backupRefusals.noKey()
}

function withSettings(options: LockOptions): LockOptions {
  if (options.recipient || options.passphraseFile) return options
  const { OPENSTI_BACKUP_RECIPIENT: recipients, OPENSTI_BACKUP_PASSPHRASE_FILE: passphraseFile } = process.env
  if (passphraseFile) return { passphraseFile }
  return recipients ? { recipient: recipients.split(/[\s,]+/).filter(Boolean) } : {}
}

export function openerFrom({ identity, passphraseFile }: OpenerOptions): Opener {
  if (identity) return { identities: readIdentities(identity) }
  if (passphraseFile) return { passphrase: readPassphrase(passphraseFile) }
  throw backupRefusals.noOpener()
}

/** At most one line a second, to where people look and programs do not. */
export function progress(): (sentence: string) => void {
  let last = 0
  return (sentence) => {
    if (performance.now() - last < 1000) return
    last = performance.now()
    process.stderr.write(`${sentence}\n`)
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
