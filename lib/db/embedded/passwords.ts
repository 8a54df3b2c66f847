import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Passwords {
  superuser: string
  owner: string
  app: string
  sealer: string
}

/** The passwords of the database roles, made on first use and kept where only this user can read. */
export function getPasswords(dataDir: string): Passwords {
  const path = join(dataDir, 'passwords.json')
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as Passwords
  const passwords = { superuser: secret(), owner: secret(), app: secret(), sealer: secret() }
  const temporary = `${path}.${process.pid}`
  writeFileSync(temporary, `${JSON.stringify(passwords, null, 2)}\n`, { mode: 0o600, flush: true })
  renameSync(temporary, path)
  return passwords
}

function secret(): string {
  return randomBytes(24).toString('base64url')
}
