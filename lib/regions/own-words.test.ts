import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { textsOf } from './checks/words.ts'
import { readRegions } from './index.ts'
import { hasShared, regionsFolder, seedsFolder } from './testing/shared.ts'

/** So many Chinese characters in a row, equal to a paper, are a copied sentence rather than a term. */
const longestRun = 16

function runsOf(text: string): string[] {
  // Commas and quotation marks do not make a sentence one's own; full stops and numbers end a run.
  return [...text.replace(/[、,，;；:：“”‘’《》()（）]/g, '').matchAll(/\p{Script=Han}+/gu)].flatMap(([run]) =>
    Array.from({ length: Math.max(0, run.length - longestRun + 1) }, (_, start) =>
      run.slice(start, start + longestRun),
    ),
  )
}

function copiedRuns(text: string, papers: ReadonlySet<string>, officialNames: ReadonlySet<string>): string[] {
  return runsOf(text).filter((run) => papers.has(run) && !officialNames.has(run))
}

test.skipIf(!hasShared)('no sentence of the papers stands in content (not run without the shared papers)', () => {
  const readings = readRegions(regionsFolder)
  const papers = new Set(
    readdirSync(seedsFolder).flatMap((name) => runsOf(readFileSync(join(seedsFolder, name), 'utf8'))),
  )
  const names = readings.flatMap(({ content }) => [
    ...content.documents.map((one) => one.names.zh),
    ...content.plans.map((one) => one.names.zh),
    ...content.indicators.flatMap((one) => [one.names.zh, ...(one.aliases ?? [])]),
    ...content.units.flatMap((unit) => unit.names.map((name) => name.zh)),
  ])
  const official = new Set(names.flatMap(runsOf))
  const copied = readings
    .flatMap((reading) => reading.sources)
    .flatMap((source) =>
      textsOf(source.data).flatMap(({ text, path }) =>
        copiedRuns(text, papers, official).map((run) => `${source.file}:${source.lineOf(path)} ${run}`),
      ),
    )
  expect(papers.size).toBeGreaterThan(1_000)
  expect(copied).toEqual([])
})

test('a copied sentence is found, a name that the paper itself uses is not', () => {
  const sentence = '湖畔市每一家企业都应当有自己的研究机构和研究人员'
  const papers = new Set(runsOf(sentence))
  expect(copiedRuns(`据称,${sentence}。`, papers, new Set())).not.toEqual([])
  expect(copiedRuns(sentence, papers, new Set(runsOf(sentence)))).toEqual([])
  expect(copiedRuns('湖畔市的企业', papers, new Set())).toEqual([])
})
