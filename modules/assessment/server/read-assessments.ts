import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { AssessmentsFile } from '../domain/written-assessments.ts'

/** All that a region's folder says of decompositions and assessments. None is no fault. Throws with the file's name and the fault. */
export function readAssessments(regionFolder: string): z.infer<typeof AssessmentsFile> {
  const folder = join(regionFolder, 'assessment')
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.yaml')) : []
  const read = files.sort().map((name) => {
    const one = AssessmentsFile.safeParse(parse(readFileSync(join(folder, name), 'utf8')))
    if (!one.success) throw new Error(`${join(folder, name)}: ${z.prettifyError(one.error)}`)
    return one.data
  })
  return {
    decompositions: read.flatMap(({ decompositions }) => decompositions),
    assessments: read.flatMap(({ assessments }) => assessments),
  }
}
