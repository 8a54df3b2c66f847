import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

interface Answer {
  doc: string
  figures: (Record<string, unknown> & { quote: string; value: number; value2: number | null; comparator: string })[]
  tasks: { quote: string; title: string; lead: string[]; n?: number; occurrence?: number }[]
}

const here = dirname(fileURLToPath(import.meta.url))
const papers = join(here, '../../../../regions/lakeside/sources')
const read = (path: string) => readFileSync(path, 'utf8')
const answers = ['lakeside', 'held-out', 'blind', 'blind-2'].flatMap((folder) =>
  readdirSync(join(here, folder))
    .filter((file) => file.endsWith('.json'))
    .map((file) => {
      const answer: Answer = JSON.parse(read(join(here, folder, file)))
      const beside = join(here, folder, answer.doc)
      return { file, folder, answer, text: read(existsSync(beside) ? beside : join(papers, answer.doc)) }
    }),
)

describe('the hand-made answers', () => {
  it('cover enough papers, figures and tasks to mean something', () => {
    const heldOut = answers.filter(({ folder }) => folder === 'held-out')
    expect(heldOut.length).toBeGreaterThanOrEqual(12)
    expect(heldOut.reduce((sum, { answer }) => sum + answer.figures.length, 0)).toBeGreaterThanOrEqual(350)
    expect(heldOut.reduce((sum, { answer }) => sum + answer.tasks.length, 0)).toBeGreaterThanOrEqual(60)
  })

  it('leave a blind set of its own size', () => {
    const blind = answers.filter(({ folder }) => folder === 'blind')
    expect(blind.reduce((sum, { answer }) => sum + answer.figures.length, 0)).toBeGreaterThanOrEqual(220)
    expect(blind.reduce((sum, { answer }) => sum + answer.tasks.length, 0)).toBeGreaterThanOrEqual(35)
  })

  it('leave a second one, larger, with tasks of many forms', () => {
    const blind = answers.filter(({ folder }) => folder === 'blind-2')
    expect(blind.reduce((sum, { answer }) => sum + answer.figures.length, 0)).toBeGreaterThanOrEqual(750)
    expect(blind.reduce((sum, { answer }) => sum + answer.tasks.length, 0)).toBeGreaterThanOrEqual(180)
  })

  it.each(answers)('$file quotes its text exactly', ({ answer, text }) => {
    for (const { quote, n, occurrence } of [...answer.figures, ...answer.tasks]) {
      const times = text.split(quote as string).length - 1
      const expected = Number(n ?? 1)
      expect([quote, times]).toEqual([quote, expected])
      if (n !== undefined)
        expect([quote, Number(occurrence) >= 1 && Number(occurrence) <= expected]).toEqual([quote, true])
    }
  })

  it.each(answers)('$file names units, years and ranges consistently', ({ answer, text }) => {
    for (const figure of answer.figures) {
      expect([figure.quote, figure.value2 !== null]).toEqual([figure.quote, figure.comparator === 'range'])
      // 从2024年起每年 has a first year and no last one.
      if (figure.start !== null && figure.year !== null)
        expect(Number(figure.start)).toBeLessThanOrEqual(Number(figure.year))
    }
    for (const task of answer.tasks) {
      expect([task.title, text.includes(task.title)]).toEqual([task.title, true])
      expect(task.lead.length).toBeGreaterThan(0)
    }
  })
})
