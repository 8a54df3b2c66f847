import { existsSync } from 'node:fs'
import { invalid } from '@opensti/kernel'
import { checkRegions, faultLine } from '@opensti/regions'

/** Prints every fault in both languages; the exit code says whether there were any. */
export async function checkRegionFiles(folder: string): Promise<void> {
  if (!existsSync(folder)) {
    throw invalid('no_such_folder', { zh: `没有这个文件夹：${folder}`, en: `There is no such folder: ${folder}` })
  }
  const faults = checkRegions(folder)
  for (const fault of faults) process.stdout.write(`${faultLine(fault, 'zh')}\n${faultLine(fault, 'en')}\n`)
  process.stdout.write(faults.length === 0 ? '内容没有差错 No faults\n' : `${faults.length} 处差错 faults\n`)
  process.exitCode = faults.length === 0 ? 0 : 1
}
