import { describe, expect, test } from 'vitest'
import { checkRegions, faultLine } from './index.ts'
import { regionsFolder } from './testing/shared.ts'
import { inWorld, soundFiles, withFault } from './testing/small-world.ts'

test('a sound world has no fault', () => {
  expect(inWorld({ ...soundFiles }, checkRegions)).toEqual([])
})

test('the regions of this repository have no fault', () => {
  expect(checkRegions(regionsFolder).map((fault) => faultLine(fault))).toEqual([])
})

/** What is planted where, the line that must be named, and words of the advice. */
const planted: [name: string, file: string, good: string, bad: string, line: number, advice: RegExp][] = [
  ['a broken line of YAML', 'town/conflicts.yaml', '  - id: twelve', '  - id: twelve: 12', 2, /indentation/],
  ['a difference that nobody sees', 'town/conflicts.yaml', 'kind: value', 'kind: unit', 8, /Add a note/],
  [
    'two sides that say the same',
    'town/conflicts.yaml',
    `section: 一, verified: source }
      - { document: town-plan, section: 二, verified: source }`,
    `section: 一, verified: source, note: 12家 }
      - { document: town-plan, section: 二, verified: source, note: { zh: 12家 } }`,
    8,
    /Both notes say the same/,
  ],
  ['a key written twice', 'town/region.yaml', 'kind: city', 'kind: city\nkind: city', 3, /field stands twice/],
  ['a missing field', 'home/indicators/incubators.yaml', 'unit: 家\n', '', 1, /unit is missing/],
  ['an unknown field', 'home/indicators/incubators.yaml', 'unit: 家', 'unitt: 家\nunit: 家', 1, /Unknown field unitt/],
  [
    'an unknown field beside lists',
    'town/units/town.yaml',
    'changes:',
    'chagnes: []\nchanges:',
    17,
    /Unknown field chagnes.*units, changes/,
  ],
  [
    'a value outside its choices',
    'home/indicators/incubators.yaml',
    'nature: stock',
    'nature: level',
    7,
    /nature cannot be "level".*stock, flow/,
  ],
  ['text where a number belongs', 'town/values/values.yaml', 'value: 12', 'value: 十二', 4, /should be a number/],
  [
    'an id with capitals',
    'town/plans/town-2026.yaml',
    '- id: incubators-2030',
    '- id: Incubators2030',
    9,
    /lower-case/,
  ],
  [
    'a day that does not exist',
    'town/documents/town-plan.yaml',
    'date: 2026-03-01',
    'date: 2026-02-30',
    6,
    /no such day/,
  ],
  ['an impossible period', 'town/values/values.yaml', 'period: 2025', 'period: 2025-Q5', 3, /not a reporting period/],
  [
    'a citation without a section',
    'town/plans/town-2026.yaml',
    'section: 二, paragraph: 1, ',
    '',
    17,
    /citation is incomplete/,
  ],
  [
    'a missing citation',
    'town/values/values.yaml',
    '    cite: { document: town-plan, section: 一, paragraph: 2, verified: source }\ncomp',
    'comp',
    3,
    /cite is missing/,
  ],
  [
    'a range without an upper end',
    'town/plans/town-2026.yaml',
    'comparator: ge',
    'comparator: range',
    9,
    /A range has value2/,
  ],
  ['a list that is no list', 'town/conflicts.yaml', 'conflicts:\n', 'conflicts: none\nother:\n', 1, /should be a list/],
  [
    'a transfer without functions',
    'town/units/town.yaml',
    'kind: merge',
    'kind: transfer',
    18,
    /not said which functions move/,
  ],
  ['a rename between two units', 'town/units/town.yaml', 'kind: merge', 'kind: rename', 18, /one and the same unit/],
  [
    'a file named otherwise than its id',
    'town/documents/town-plan.yaml',
    'id: town-plan',
    'id: city-plan',
    1,
    /differs from the name/,
  ],
  [
    'an unknown indicator',
    'town/plans/town-2026.yaml',
    'indicator: incubators',
    'indicator: incubator',
    10,
    /Did you mean incubators/,
  ],
  [
    'an unknown unit of government',
    'town/plans/town-2026.yaml',
    'lead: [science-bureau]',
    'lead: [sience-bureau]',
    24,
    /Did you mean science-bureau/,
  ],
  [
    'an unknown function',
    'town/plans/town-2026.yaml',
    'function: patents',
    'function: trademarks',
    25,
    /no such thing as the function trademarks/,
  ],
  [
    'an unknown document',
    'town/values/values.yaml',
    'document: town-plan',
    'document: twn-plan',
    8,
    /Did you mean town-plan/,
  ],
  ['an unknown theme', 'home/indicators/incubators.yaml', 'theme: input', 'theme: output', 5, /theme output/],
  [
    'a theme the plan has not',
    'town/plans/town-2026.yaml',
    '    theme: growth',
    '    theme: growht',
    11,
    /Did you mean growth/,
  ],
  ['an unknown parent', 'town/region.yaml', 'parent: home', 'parent: hone', 4, /Did you mean home/],
  [
    'an id used twice',
    'town/units/town.yaml',
    '- id: patent-office',
    '- id: science-bureau',
    9,
    /stands at town.units.town.yaml:2/,
  ],
  [
    'an end before the beginning',
    'town/units/town.yaml',
    'until: 2027-06-30',
    'from: 2028\n    until: 2027-06-30',
    13,
    /out of order/,
  ],
  [
    'a figure published before its year',
    'town/values/values.yaml',
    'vintage: 2026-01\n    cite',
    'vintage: 2024\n    cite',
    7,
    /out of order/,
  ],
  ['a working day of another year', 'home/calendar.yaml', '[2026-01-04]', '[2025-01-04]', 7, /not in this year/],
  [
    'a unit charged after its end',
    'town/units/town.yaml',
    'until: 2027-06-30',
    'until: 2025',
    25,
    /does not exist at 2026-03-01/,
  ],
  ['a short form for two units', 'town/units/town.yaml', '[市专利局]', '[市科技局]', 14, /also names science-bureau/],
  ['a unit of measure that does not fit', 'town/plans/town-2026.yaml', 'unit: 家', 'unit: 件', 15, /件 does not fit/],
  [
    'a unit of measure that nobody knows',
    'home/indicators/incubators.yaml',
    'unit: 家',
    'unit: 坨',
    3,
    /坨 is not known/,
  ],
  [
    'a word of a damaged copy',
    'town/plans/town-2026.yaml',
    'title: { zh: 孵化,',
    'title: { zh: 常识产权,',
    23,
    /Write "知识产权"/,
  ],
]

describe('each planted fault is found at its line, with advice', () => {
  test.each(planted)('%s', (_name, file, good, bad, line, advice) => {
    const found = inWorld(withFault(file, good, bad), checkRegions)
    const fitting = found.filter((fault) => advice.test(faultLine(fault, 'en')))
    expect(found.map((fault) => faultLine(fault, 'en'))).toEqual(
      expect.arrayContaining([expect.stringMatching(advice)]),
    )
    expect(
      fitting.some((fault) => fault.line === line),
      found.map((fault) => faultLine(fault, 'en')).join('\n'),
    ).toBe(true)
    for (const fault of found) expect(fault.message.zh && fault.remedy.zh).toMatch(/\p{Script=Han}/u)
  })

  test('a definition made again below its owner', () => {
    const files = {
      ...soundFiles,
      'town/indicators/incubators.yaml': soundFiles['home/indicators/incubators.yaml'] ?? '',
    }
    expect(inWorld(files, checkRegions)).toEqual([
      expect.objectContaining({
        file: 'town/indicators/incubators.yaml',
        line: 1,
        message: expect.objectContaining({ en: expect.stringContaining('home') }),
      }),
    ])
  })

  test('parents in a circle', () => {
    const found = inWorld(withFault('home/region.yaml', 'kind: country', 'kind: country\nparent: town'), checkRegions)
    expect(found.map((fault) => fault.message.en)).toEqual(expect.arrayContaining([expect.stringContaining('circle')]))
  })

  test('a stray file and a folder without a region', () => {
    const found = inWorld({ ...soundFiles, 'town/notes.txt': 'x', 'empty/units/a.yaml': 'units: []\n' }, checkRegions)
    expect(found.map((fault) => fault.file)).toEqual(['empty', 'town/notes.txt'])
  })
})

test('no fault hides another: three planted at once are three found', () => {
  const files = {
    ...withFault('town/plans/town-2026.yaml', 'unit: 家', 'unit: 件'),
    'town/values/values.yaml': (soundFiles['town/values/values.yaml'] ?? '').replace('value: 12', 'value: 十二'),
    'town/region.yaml': (soundFiles['town/region.yaml'] ?? '').replace('languages: [zh, en]', 'languages: [fr]'),
  }
  const found = new Set(inWorld(files, checkRegions).map((fault) => fault.file))
  expect([...found].sort()).toEqual(['town/plans/town-2026.yaml', 'town/region.yaml', 'town/values/values.yaml'])
})

test('a broken definition is reported once, not again at everything that uses it', () => {
  const found = inWorld(withFault('home/indicators/incubators.yaml', 'nature: stock', 'nature: level'), checkRegions)
  expect(found.map((fault) => `${fault.file}:${fault.line}`)).toEqual(['home/indicators/incubators.yaml:7'])
})
