import { spawn } from 'node:child_process'
import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RunAs } from './run-as.ts'

/** The PostgreSQL that the embedded packages carry; data of another major version needs a dump and a load. */
export const embeddedMajor = 18

/**
 * Makes the data folder on first use: page checksums, UTF-8, code-point order (a collation from the operating system
 * may change under an index), passwords asked for everywhere. Made beside and renamed, so that half of one never counts.
 */
export async function createCluster(run: RunAs, clusterDir: string, superuserPassword: string): Promise<void> {
  if (existsSync(join(clusterDir, 'PG_VERSION'))) return refuseOtherMajor(clusterDir)
  const making = `${clusterDir}.new`
  const passwordFile = join(run.home, 'superuser.txt')
  rmSync(making, { recursive: true, force: true })
  const { file, args, uid, gid } = run.command('initdb', [
    `--pgdata=${making}`,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--data-checksums',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ])
  writeFileSync(passwordFile, superuserPassword, { mode: 0o600 })
  if (uid !== undefined && gid !== undefined) chownSync(passwordFile, uid, gid)
  try {
    await finish(spawn(file, args, { uid, gid, cwd: run.home, stdio: ['ignore', 'pipe', 'pipe'] }))
  } finally {
    rmSync(passwordFile, { force: true })
  }
  renameSync(making, clusterDir)
}

function refuseOtherMajor(clusterDir: string): void {
  const major = Number(readFileSync(join(clusterDir, 'PG_VERSION'), 'utf8'))
  if (major === embeddedMajor) return
  throw new Error(
    `${clusterDir} was written by PostgreSQL ${major}; this version of OpenSTI brings PostgreSQL ${embeddedMajor}. ` +
      `Export it with the OpenSTI that brought ${major} and load it into a new folder.`,
  )
}

function finish(child: ReturnType<typeof spawn>): Promise<void> {
  let output = ''
  const keep = (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-4000)
  }
  child.stdout?.on('data', keep)
  child.stderr?.on('data', keep)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`The database folder could not be made (initdb ended with ${code}):\n${output.trim()}`))
    })
  })
}
