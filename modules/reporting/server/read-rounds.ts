import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { RoundsFile } from '../domain/rounds-file.ts'

/** All reporting files of a region's folder, put together. None is no fault. Throws with the file's name and the fault. */
export function readRounds(regionFolder: string): RoundsFile {
  const folder = join(regionFolder, 'reporting')
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.yaml')) : []
  const all: RoundsFile = { cycles: [], chains: [], delegations: [], rounds: [] }
  for (const name of files.sort()) {
    const read = RoundsFile.safeParse(parse(readFileSync(join(folder, name), 'utf8')))
    if (!read.success) throw new Error(`${join(folder, name)}: ${z.prettifyError(read.error)}`)
    if (read.data.lead) all.lead = read.data.lead
    all.cycles.push(...read.data.cycles)
    all.chains.push(...read.data.chains)
    all.delegations.push(...read.data.delegations)
    all.rounds.push(...read.data.rounds)
  }
  return all
}
