import { unprocessable } from '@opensti/kernel'
import { loadRegions, previewRegions } from '@opensti/plans'
import { type ContentChange, checkRegions, readRegions } from '@opensti/regions'
import { withDatabase } from './with-database.ts'

/** Shows what loading changes, line by line, and does it unless asked only to say. Faulty content changes nothing. */
export async function loadRegionFiles(folder: string, options: { dryRun?: boolean }): Promise<void> {
  const faults = checkRegions(folder)
  if (faults.length > 0) {
    throw unprocessable(
      'faulty_content',
      {
        zh: `内容有 ${faults.length} 处差错，没有载入。`,
        en: `The content has ${faults.length} faults; nothing was loaded.`,
      },
      { remedy: { zh: '请先运行 opensti region check。', en: 'Run opensti region check first.' } },
    )
  }
  const regions = readRegions(folder).map((reading) => reading.content)
  const changes = await withDatabase((db) => (options.dryRun ? previewRegions(db, regions) : loadRegions(db, regions)))
  for (const change of changes) process.stdout.write(`${lineOf(change)}\n`)
  const verb = options.dryRun ? '将改变 would change' : '已改变 changed'
  process.stdout.write(`${changes.length} ${verb}\n`)
}

const signs = { added: '+', changed: '~', removed: '-' } as const

function lineOf(change: ContentChange): string {
  const fields =
    change.change === 'changed'
      ? change.fields.map((one) => `${one.field}: ${show(one.before)} → ${show(one.after)}`)
      : []
  return [
    `${signs[change.change]} ${change.region} ${change.kind} ${change.key}`,
    ...fields.map((field) => `    ${field}`),
  ].join('\n')
}

function show(value: unknown): string {
  return value === undefined ? '∅' : JSON.stringify(value)
}
