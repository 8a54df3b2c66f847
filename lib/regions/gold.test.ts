import { expect, test } from 'vitest'
import { type Citation, type RegionContent, readRegions, type TaskEntity } from './index.ts'
import { chainOf, findUnit } from './resolve.ts'
import { type GoldFigure, type GoldTask, hasShared, readGold, regionsFolder } from './testing/shared.ts'
import { unitNameAt } from './unit-history.ts'

const papers = [
  { number: '000', document: 'gz-14fyp' },
  { number: '001', document: 'qy-14fyp' },
  { number: '002', document: 'gz-demonstration-2016' },
  { number: '003', document: 'gz-work-report-2016' },
  { number: '004', document: 'prd-2014' },
]

const regions = readRegions(regionsFolder).map((reading) => reading.content)

interface Stated {
  value: number
  value2?: number | undefined
  unit: string
  year: number | null
}

/** Every figure that content takes from a paper, once for each place where the paper says it. */
function statedFigures(document: string): Stated[] {
  const places = (fact: { cite: Citation; also?: Citation[] | undefined }) =>
    [fact.cite, ...(fact.also ?? [])].filter((cite) => cite.document === document).length
  const times = (fact: { cite: Citation; also?: Citation[] | undefined }, figure: Stated) =>
    Array.from({ length: places(fact) }, () => figure)
  return regions.flatMap((content) => [
    ...content.targets.flatMap((one) =>
      times(one, { value: one.value, value2: one.value2, unit: one.unit, year: one.year }),
    ),
    ...[...content.values, ...content.comparisons].flatMap((one) =>
      times(one, { value: one.value, unit: one.unit, year: Number(one.period.slice(0, 4)) }),
    ),
  ])
}

function missingFigures(wanted: GoldFigure[], stated: Stated[]): string[] {
  const left = [...stated]
  return wanted.flatMap((figure) => {
    const fits = (one: Stated) =>
      one.value === figure.value && (one.value2 ?? null) === figure.value2 && one.unit === figure.unit
    const sameYear = left.findIndex((one) => fits(one) && (figure.year === null || one.year === figure.year))
    if (sameYear < 0) return [`${figure.quote} (${figure.value} ${figure.unit}, ${figure.year})`]
    left.splice(sameYear, 1)
    return []
  })
}

test.skipIf(!hasShared).each(papers)(
  'every certain figure of paper $number stands in content (not run without the shared papers)',
  ({ number, document }) => {
    const wanted = readGold(number).figures.filter((one) => !one.doubt && !one.doubtful && !one.dup)
    expect(missingFigures(wanted, statedFigures(document))).toEqual([])
  },
)

test('a figure that content lacks, counts otherwise or gives to another year is named', () => {
  const wanted = [
    { quote: '192家', name: '', value: 192, value2: null, unit: '家', year: 2016, kind: 'actual' as const },
  ]
  expect(missingFigures(wanted, [{ value: 192, unit: '家', year: 2016 }])).toEqual([])
  for (const stated of [
    { value: 191, unit: '家', year: 2016 },
    { value: 192, unit: '项', year: 2016 },
    { value: 192, unit: '家', year: 2015 },
  ]) {
    expect(missingFigures(wanted, [stated])).toHaveLength(1)
  }
})

/** The units of a task as the paper names them: by the short forms of that time. */
function namedUnits(
  chain: RegionContent[],
  task: TaskEntity,
  role: 'lead' | 'coop' | 'others',
  date: string,
): string[][] {
  return (task[role] ?? []).map(({ unit }) => {
    const found = findUnit(chain, unit)
    return found ? [unitNameAt(found, date).zh, ...unitNameAt(found, date).short] : []
  })
}

function sameUnits(wanted: string[], found: string[][]): boolean {
  return wanted.length === found.length && wanted.every((name) => found.some((names) => names.includes(name)))
}

test.skipIf(!hasShared).each(papers)(
  'every task of paper $number stands in content with its units, in order (not run without the shared papers)',
  ({ number, document }) => {
    const content = regions.find((one) => one.plans.some((plan) => plan.document === document))
    const plan = content?.plans.find((one) => one.document === document)
    if (!content || !plan) throw new Error(`No plan is made from ${document}`)
    const chain = chainOf(regions, content.id)
    const date =
      chain.flatMap((one) => one.documents).find((one) => one.id === document)?.date ?? String(plan.period.from)
    const tasks = content.tasks.filter((one) => one.plan === plan.id && one.lead)
    const wanted: GoldTask[] = readGold(number).tasks
    expect(tasks).toHaveLength(wanted.length)
    const wrong = wanted.filter((one, index) => {
      const task = tasks[index]
      return (
        !task ||
        !(['lead', 'coop', 'others'] as const).every((role) =>
          sameUnits(one[role], namedUnits(chain, task, role, date)),
        )
      )
    })
    expect(wrong.map((one) => one.title)).toEqual([])
  },
)
