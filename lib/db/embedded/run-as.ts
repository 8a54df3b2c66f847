import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chownSync, cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** How server processes are started, and where their files must be so that they can be reached. */
export interface RunAs {
  kind: 'direct' | 'namespace' | 'nobody'
  /** Folder with `bin/postgres`. */
  binaries: string
  /** Folder for the cluster and its socket. */
  home: string
  command(program: string, args: readonly string[]): { file: string; args: string[]; uid?: number; gid?: number }
}

const nobody = 65534

/**
 * PostgreSQL refuses to run as root. From root it gets a user namespace in which it believes itself to be `nobody`
 * while its files stay root's, so that it also works inside a folder closed to everybody else. Where the system
 * refuses that, it runs as the real `nobody`, with data and programs in a folder that `nobody` can reach.
 */
export function chooseRunAs(binaries: string, home: string, force?: RunAs['kind']): RunAs {
  if (!force && process.getuid?.() !== 0) return direct(binaries, home)
  if (force === 'direct') return direct(binaries, home)
  const namespace: RunAs = {
    kind: 'namespace',
    binaries,
    home,
    command: (program, args) => ({
      file: 'unshare',
      args: ['-U', `--map-user=${nobody}`, `--map-group=${nobody}`, join(binaries, 'bin', program), ...args],
    }),
  }
  if (force === 'namespace' || (!force && canWorkIn(namespace))) return namespace
  return asNobody(binaries, home)
}

function direct(binaries: string, home: string): RunAs {
  return {
    kind: 'direct',
    binaries,
    home,
    command: (program, args) => ({ file: join(binaries, 'bin', program), args: [...args] }),
  }
}

function canWorkIn({ binaries, home }: RunAs): boolean {
  const test = ['test', '-x', join(binaries, 'bin', 'postgres'), '-a', '-w', home]
  return spawnSync('unshare', ['-U', `--map-user=${nobody}`, `--map-group=${nobody}`, ...test]).status === 0
}

function asNobody(binaries: string, home: string): RunAs {
  const base = process.env.OPENSTI_NOBODY_DATA ?? '/var/lib/opensti'
  const programs = join(base, `postgres-${digest(binaries)}`)
  const data = join(base, `data-${digest(home)}`)
  mkdirSync(base, { recursive: true, mode: 0o755 })
  if (!existsSync(programs)) {
    const copying = `${programs}.${process.pid}`
    cpSync(binaries, copying, { recursive: true, verbatimSymlinks: true })
    renameSync(copying, programs)
  }
  mkdirSync(data, { recursive: true, mode: 0o700 })
  chownSync(data, nobody, nobody)
  const run: RunAs = {
    kind: 'nobody',
    binaries: programs,
    home: data,
    command: (program, args) => ({
      file: join(programs, 'bin', program),
      args: [...args],
      uid: nobody,
      gid: nobody,
    }),
  }
  const { file, uid, gid } = run.command('postgres', [])
  if (spawnSync(file, ['--version'], { uid, gid, cwd: '/' }).status !== 0) {
    rmSync(programs, { recursive: true, force: true })
    throw new Error(
      `PostgreSQL does not run as root, and neither a user namespace nor the user "nobody" works here (tried in ${base}). ` +
        'Start OpenSTI as an ordinary user, or set DATABASE_URL to a PostgreSQL of your own.',
    )
  }
  writeFileSync(
    join(home, 'WHERE-THE-DATA-IS.txt'),
    `The database files are in ${data}, because the user "nobody" must reach them.\n`,
  )
  return run
}

function digest(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 12)
}
