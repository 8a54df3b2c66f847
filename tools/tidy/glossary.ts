import { type Fault, lineAt, type TidyRule } from './tree.ts'

/** What a message is made for, not what it is about. */
const shapes = new Set(
  'request answer view row rows ref list page params query state status summary result kind entry id view offered made current granted ended current start accept look change'.split(
    ' ',
  ),
)

/**
 * Every shape that a contract exports is called by a term of the trade: the last word of its name that says what it is
 * about (PlanIndicatorView → indicator) stands in GLOSSARY.md as a term, the first two cells of a table row.
 */
export const glossary: TidyRule = {
  name: 'contracts speak the words of GLOSSARY.md',
  check(tree) {
    const terms = termsOf(tree.get('GLOSSARY.md') ?? '')
    const faults: Fault[] = []
    for (const [path, content] of tree) {
      if (!/^modules\/[^/]+\/contract[a-z-]*\.ts$/.test(path)) continue
      for (const found of content.matchAll(/^export (?:const|type|interface) ([A-Z][A-Za-z]+)/gm)) {
        const name = found[1]!
        const noun = headNoun(name)
        if (noun === undefined || terms.has(noun)) continue
        const message = `${name}: “${noun}” is no term of GLOSSARY.md; add it with its Chinese, or use the term that is there`
        if (faults.some((fault) => fault.message === message)) continue
        faults.push({ path, line: lineAt(content, found.index), message })
      }
    }
    return faults
  },
  planted: {
    'GLOSSARY.md': '| 中文 | English | meaning |\n|---|---|---|\n| 指标 | indicator | a measured thing |\n',
    'modules/plans/contract-planted.ts':
      'export const FroobleView = z.object({})\nexport const IndicatorView = z.object({})\n',
  },
  finds: 1,
}

function headNoun(name: string): string | undefined {
  return words(name)
    .filter((word) => !shapes.has(word))
    .at(-1)
}

function words(name: string): string[] {
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(' ')
}

/** Every word of the first two cells of table rows, and its singular. */
function termsOf(markdown: string): ReadonlySet<string> {
  const terms = new Set<string>()
  for (const line of markdown.split('\n')) {
    if (!line.startsWith('|')) continue
    for (const cell of line.split('|').slice(1, 3)) {
      for (const word of cell.toLowerCase().match(/[a-z]+/g) ?? []) terms.add(word)
    }
  }
  return terms
}
