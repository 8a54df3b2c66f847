import { unprocessable } from '@opensti/kernel'
import { faultsOf } from './check-regions.ts'
import type { RegionContent } from './content.ts'
import { readRegions } from './read-region.ts'
import { chainOf } from './resolve.ts'

/**
 * All regions below a folder, parents and areas before those that refer to them, ready to be loaded.
 * Throws when any content is faulty, with every fault at its file and line: half a region is never loaded.
 */
export function getRegions(root: string): RegionContent[] {
  const readings = readRegions(root)
  const faults = faultsOf(readings)
  if (faults.length > 0) {
    throw unprocessable(
      'region_content_faulty',
      {
        zh: `地区内容有 ${faults.length} 处问题，没有载入。`,
        en: `Region content has ${faults.length} faults and was not loaded.`,
      },
      {
        remedy: { zh: '按下面逐处改正后再载入。', en: 'Correct each place below, then load again.' },
        details: faults.map(({ file, line, path, message, remedy }) => ({
          message: { zh: `${message.zh} → ${remedy.zh}`, en: `${message.en} → ${remedy.en}` },
          place: { file, line, ...(path ? { field: path } : {}) },
        })),
      },
    )
  }
  const regions = readings.map((reading) => reading.content)
  const depth = (content: RegionContent) => chainOf(regions, content.id).length
  return regions.sort((a, b) => depth(a) - depth(b) || (a.id < b.id ? -1 : 1))
}
