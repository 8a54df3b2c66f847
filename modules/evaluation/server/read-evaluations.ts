import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { EvaluationsFile, type WrittenEvaluation, type WrittenTargetChange } from '../domain/evaluations-file.ts'

export interface WrittenEvaluations {
  evaluations: WrittenEvaluation[]
  targetChanges: WrittenTargetChange[]
}

/** All evaluations of a region's folder, in the order of their files. None is no fault. Throws with the file's name and the fault. */
export function readEvaluations(regionFolder: string): WrittenEvaluations {
  const folder = join(regionFolder, 'evaluation')
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.yaml')) : []
  const read = files.sort().map((name) => {
    const { data, error } = EvaluationsFile.safeParse(parse(readFileSync(join(folder, name), 'utf8')))
    if (error) throw new Error(`${join(folder, name)}: ${z.prettifyError(error)}`)
    return data
  })
  return {
    evaluations: read.flatMap((file) => file.evaluations),
    targetChanges: read.flatMap((file) => file.targetChanges),
  }
}
