import type { Figure, Noise } from '../model.ts'
import type { Frame } from './frame.ts'

export interface Table {
  start: number
  end: number
  figures: Figure[]
}

export function readTables(_text: string, _noise: Noise[], _frame: Frame): Table[] {
  return []
}
