import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A sound little world in two regions, one fact of every kind. Tests plant one fault in it. */
export const soundFiles: Readonly<Record<string, string>> = {
  'home/region.yaml': `id: home
kind: country
names: { zh: 家国, en: Home }
languages: [zh, en]
`,
  'home/calendar.yaml': `timeZone: Asia/Shanghai
weekend: [6, 7]
years:
  - year: 2026
    holidays:
      - { names: { zh: 元旦, en: New Year }, from: 2026-01-01, to: 2026-01-03 }
    workdays: [2026-01-04]
    cite: { verified: unverified, note: invented }
`,
  'home/themes.yaml': `themes:
  - { id: input, names: { zh: 创新投入, en: Input } }
`,
  'home/functions.yaml': `functions:
  - { id: science, names: { zh: 科技管理, en: Science } }
  - { id: patents, names: { zh: 专利管理, en: Patents } }
`,
  'home/damaged-words.yaml': `words:
  - { wrong: 常识产权, right: 知识产权 }
`,
  'home/indicators/incubators.yaml': `code: incubators
names: { zh: 孵化器数, en: Incubators }
unit: 家
definition: { zh: 年末孵化器数。, en: Incubators at year end. }
theme: input
polarity: higher
nature: stock
frequency: yearly
cite: { verified: unverified, note: invented }
`,
  'town/region.yaml': `id: town
kind: city
names: { zh: 小城, en: Town }
parent: home
languages: [zh, en]
`,
  'town/documents/town-plan.yaml': `id: town-plan
names: { zh: 小城规划, en: Town plan }
kind: plan
issuer: { zh: 小城政府, en: Town government }
number: 小府〔2026〕1号
date: 2026-03-01
period: { from: 2026, to: 2030 }
sourceNote: { zh: 全文。, en: The whole text. }
damage:
  - { id: swapped, sign: swapped-word, found: 常识产权, expected: 知识产权, note: { zh: 错词。, en: A wrong word. } }
`,
  'town/units/town.yaml': `units:
  - id: science-bureau
    level: city
    kind: department
    names:
      - { zh: 小城科技局, en: Science bureau, short: [市科技局] }
    functions: [science]
    cite: { document: town-plan, section: 一, verified: source }
  - id: patent-office
    level: city
    kind: department
    until: 2027-06-30
    names:
      - { zh: 小城专利局, en: Patent office, short: [市专利局] }
    functions: [patents]
    cite: { document: town-plan, section: 一, verified: source }
changes:
  - id: patents-move
    kind: merge
    date: 2027-06-30
    from: [patent-office]
    to: [science-bureau]
    cite: { verified: unverified, note: invented }
`,
  'town/plans/town-2026.yaml': `id: town-2026
names: { zh: 小城规划, en: Town plan }
document: town-plan
period: { from: 2026, to: 2030 }
themes:
  - { id: growth, names: { zh: 成长, en: Growth } }
cite: { document: town-plan, section: 题名, verified: source }
targets:
  - id: incubators-2030
    indicator: incubators
    theme: growth
    kind: target
    comparator: ge
    value: 30
    unit: 家
    year: 2030
    cite: { document: town-plan, section: 二, paragraph: 1, verified: source }
lost:
  - { id: box-1, kind: box, names: { zh: 专栏1, en: Box 1 }, cite: { document: town-plan, section: 二, verified: source } }
tasks:
  - id: t1
    number: 三(一)
    title: { zh: 孵化, en: Incubation }
    lead: [science-bureau]
    coop: [{ unit: patent-office, function: patents }]
    indicators: [incubators]
    cite: { document: town-plan, section: 三(一), verified: source }
    children:
      - id: t1-1
        number: 三(一)1
        title: { zh: 选址, en: Sites }
        cite: { document: town-plan, section: 三(一)1, verified: source }
`,
  'town/values/values.yaml': `indicator: incubators
values:
  - period: 2025
    value: 12
    unit: 家
    nature: working
    vintage: 2026-01
    cite: { document: town-plan, section: 一, paragraph: 2, verified: source }
comparisons:
  - period: 2025
    measure: rank
    value: 2
    unit: 位
    scope: { zh: 全国 }
    vintage: 2026-01
    cite: { document: town-plan, section: 一, paragraph: 2, verified: source }
`,
  'town/conflicts.yaml': `conflicts:
  - id: twelve
    names: { zh: 两个数, en: Two numbers }
    kind: value
    indicator: incubators
    explanation: { zh: 两处不同。, en: Two places differ. }
    places:
      - { document: town-plan, section: 一, verified: source }
      - { document: town-plan, section: 二, verified: source }
`,
}

/** Writes the world into a folder of its own, lets `work` look at it, and takes it away again. */
export function inWorld<T>(files: Record<string, string>, work: (root: string) => T): T {
  const root = mkdtempSync(join(tmpdir(), 'opensti-regions-'))
  try {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, file)), { recursive: true })
      writeFileSync(join(root, file), text)
    }
    return work(root)
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

/** The sound world with one text replaced in one file; fails when the text is not there. */
export function withFault(file: string, good: string, bad: string): Record<string, string> {
  const text = soundFiles[file]
  if (!text?.includes(good)) throw new Error(`${file} does not contain ${good}`)
  return { ...soundFiles, [file]: text.replace(good, bad) }
}
