import { unitDirectory } from '@opensti/accounts'
import type { Reader } from '@opensti/db'
import type { Bilingual } from '@opensti/kernel'
import Big from 'big.js'
import type { ReadLine } from './read-exercise.ts'
import type { SheetRow } from './store.ts'

/** What stands between now and a conclusion, by name. Lines that weigh nothing hinder nobody. */
export async function missingOf(
  db: Reader,
  lines: readonly ReadLine[],
  sheets: readonly SheetRow[],
): Promise<{ notReviewed: Bilingual[]; notHandedIn: Bilingual[] }> {
  const units = await unitDirectory(db)
  const unit = (id: string) => units.find(id)?.name ?? { zh: id, en: id }
  return {
    notReviewed: lines
      .filter((line) => Big(line.weight).gt(0) && !line.review?.standing)
      .map(({ title }) => ({ zh: `未复核：${title.zh}`, en: `Not reviewed: ${title.en}` })),
    notHandedIn: sheets
      .filter((sheet) => sheet.state === 'filling')
      .map(({ unit_id }) => ({ zh: `未提交自评：${unit(unit_id).zh}`, en: `Not handed in: ${unit(unit_id).en}` })),
  }
}
