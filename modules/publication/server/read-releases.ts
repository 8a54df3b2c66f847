import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { ReleasesFile, type WrittenRelease } from '../domain/releases-file.ts'

/** All releases of a region's folder, in the order of their files. None is no fault. Throws with the file's name and the fault. */
export function readReleases(regionFolder: string): WrittenRelease[] {
  const folder = join(regionFolder, 'publication')
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.yaml')) : []
  return files.sort().flatMap((name) => {
    const read = ReleasesFile.safeParse(parse(readFileSync(join(folder, name), 'utf8')))
    if (!read.success) throw new Error(`${join(folder, name)}: ${z.prettifyError(read.error)}`)
    return read.data.releases
  })
}
