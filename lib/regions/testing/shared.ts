import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../../../..', 'shared')

/** Papers and answers that are not part of the repository; tests that need them say "not run" where they are absent. */
export const seedsFolder = join(root, 'seeds')
export const goldFolder = join(root, 'reading', 'gold')
export const hasShared = existsSync(seedsFolder) && existsSync(goldFolder)

/** The project's own region folders. */
export const regionsFolder = join(import.meta.dirname, '../../..', 'regions')

export interface GoldFigure {
  quote: string
  name: string
  value: number
  value2: number | null
  unit: string
  year: number | null
  kind: 'target' | 'baseline' | 'actual'
  doubt?: string
  doubtful?: boolean
  dup?: boolean
}

export interface GoldTask {
  title: string
  lead: string[]
  coop: string[]
  others: string[]
}

/** The hand-made answer for the paper whose file begins with `number`. */
export function readGold(number: string): { figures: GoldFigure[]; tasks: GoldTask[] } {
  const file = readdirSync(goldFolder).find((name) => name.startsWith(number))
  if (!file) throw new Error(`No answer for paper ${number} in ${goldFolder}`)
  return JSON.parse(readFileSync(join(goldFolder, file), 'utf8'))
}
