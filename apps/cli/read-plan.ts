import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { extractText } from '@opensti/documents'
import { invalid } from '@opensti/kernel'
import { readDocument } from '@opensti/plans/reading'

/** `opensti plan read FILE`: the reader alone, without database or server. */
export async function readPlan(file: string, options: { json?: boolean }): Promise<void> {
  const bytes = file === '-' ? await buffer(process.stdin) : await open(file)
  const { text } = await extractText({ bytes, name: file === '-' ? 'standard-input.txt' : basename(file) })
  const reading = readDocument(text)
  if (options.json) {
    process.stdout.write(`${JSON.stringify(reading)}\n`)
    return
  }
  const { document, figures, tasks, checks, damage } = reading
  const contradictions = checks.filter((check) => check.result === 'contradicts')
  const lines = [
    document.title,
    `${figures.length} figures, ${tasks.length} tasks, ${checks.length} checks (${contradictions.length} contradictions), ${damage.length} signs of damage`,
    ...figures.map(
      (one) =>
        `  ${one.kind}\t${one.year ?? ''}\t${one.name}\t${one.comparator} ${one.value}${one.value2 === null ? '' : `–${one.value2}`} ${one.unit}`,
    ),
    ...tasks.map((one) => `  task\t${one.title}\t${one.lead.join('、')} | ${one.coop.join('、')}`),
    ...contradictions.map((one) => `  contradiction\t${one.formula}\t${one.message.zh}`),
    ...damage.map((one) => `  damage\t${one.quote}\t${one.message.zh}`),
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}

async function open(file: string): Promise<Buffer> {
  try {
    return await readFile(file)
  } catch {
    throw invalid(
      'file_not_readable',
      { zh: `无法打开文件：${file}`, en: `This file cannot be opened: ${file}` },
      { remedy: { zh: '请检查路径和权限。', en: 'Check the path and the permissions.' } },
    )
  }
}
