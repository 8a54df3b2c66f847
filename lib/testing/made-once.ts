import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { deskVariable } from './test-database.ts'

const patienceMs = 300_000

/**
 * A folder that is dear to fill and that many test files begin with: whoever asks first fills it, for the whole run;
 * everybody else waits and gets the same. It is not to be changed afterwards: work on a copy.
 */
export async function folderMadeOnce(name: string, fill: (folder: string) => Promise<void>): Promise<string> {
  const desk = process.env[deskVariable]
  if (!desk) throw new Error('Folders are made once for a run of tests, and no run of tests is under way.')
  const folder = join(dirname(desk), name)
  const [made, failed] = [`${folder}.made`, `${folder}.failed`]
  if (isFirst(folder)) {
    await fill(folder).catch((error: unknown) => {
      writeFileSync(failed, String(error))
      throw error
    })
    writeFileSync(made, '')
    return folder
  }
  for (const deadline = performance.now() + patienceMs; !existsSync(made); await sleep(50)) {
    if (existsSync(failed)) throw new Error(`“${name}” could not be made: ${readFileSync(failed, 'utf8')}`)
    if (performance.now() > deadline) throw new Error(`“${name}” was not made within ${patienceMs / 1000} s.`)
  }
  return folder
}

/** Only one can make a folder. */
function isFirst(folder: string): boolean {
  try {
    mkdirSync(folder)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}
