import { readdirSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, 'fixtures')

/** Published, because the invented city has no secrets: `opensti backup check` opens the files with it. */
export const endStatePassphrase = 'lake-morning-2026'

/** The states in which earlier issues left the demonstration, each as a backup. */
export function endStates(): { name: string; file: string }[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.age'))
    .sort()
    .map((name) => ({ name: name.replace('.age', ''), file: join(folder, name) }))
}
