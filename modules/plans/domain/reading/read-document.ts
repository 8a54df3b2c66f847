import { checkFigures } from './checks/check-figures.ts'
import { findDamage } from './damage.ts'
import { readDocumentInfo } from './document-info.ts'
import { readFigures } from './figures/read-figures.ts'
import type { Reading } from './model.ts'
import { findNoise } from './noise.ts'
import { readSections } from './sections.ts'
import { readTasks } from './tasks/read-tasks.ts'

/**
 * Reads a plan, a report or a task table: what it says of itself, its sections, figures and tasks, the sums that can
 * be checked, and the signs that the copy is damaged. Everything is a candidate for a person to confirm.
 */
export function readDocument(text: string): Reading {
  const noise = findNoise(text)
  const document = readDocumentInfo(text, noise)
  const sections = readSections(text, noise)
  const figures = readFigures(text, { sections, noise, document })
  const tasks = readTasks(text, sections, noise)
  const checks = checkFigures(text, figures, noise)
  const damage = findDamage(text, noise)
  return { document, text, sections, figures, tasks, checks, damage, noise }
}
