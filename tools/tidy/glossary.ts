import { plainWords } from './plain-words.ts'
import { type Fault, lineAt, type TidyRule } from './tree.ts'

/** What a message is made for, not what it is about. */
const shapes = new Set(
  'request answer view row rows ref list page params query state status summary result kind entry id view offered made current granted ended current start accept look change decide decided together'.split(
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

/**
 * Every word of every field that a contract names is a term of GLOSSARY.md or one of the plain words, so that one thing
 * is not called by two names in two messages.
 */
export const fieldWords: TidyRule = {
  name: 'fields of contracts speak the words of GLOSSARY.md, or plain ones',
  check(tree) {
    const terms = termsOf(tree.get('GLOSSARY.md') ?? '')
    const faults: Fault[] = []
    for (const [path, content] of tree) {
      if (!/^modules\/[^/]+\/contract[a-z-]*\.ts$/.test(path)) continue
      for (const found of withoutComments(content).matchAll(fields)) {
        const field = found[1]!
        for (const word of words(field).filter((one) => !isKnown(one, terms))) {
          const message = `${field}: “${word}” is neither a term of GLOSSARY.md nor a plain word; add it to the glossary with its Chinese, or use the term that is there`
          if (faults.some((fault) => fault.message === message)) continue
          faults.push({ path, line: lineAt(content, found.index), message })
        }
      }
    }
    return faults
  },
  planted: {
    'GLOSSARY.md': '| English | 中文 | meaning |\n|---|---|---|\n| indicator | 指标 | a measured thing |\n',
    'modules/plans/contract-planted.ts':
      'export const IndicatorView = z.object({\n  indicatorId: z.string(),\n  froobleCount: z.number(),\n  inner: z.object({ indicators: z.array(Name), wibbled: Name }),\n})\n',
  },
  finds: 3,
}

/** A name before a colon, and after it a shape: `z…`, or one by its name. */
const fields = /(?:^\s*|[{,]\s*)([a-z][A-Za-z0-9]*):\s*(?=z\b|[A-Z][A-Za-z]*\b)/gm

/** The same length, so that offsets stay. */
function withoutComments(content: string): string {
  return content.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, (comment) => comment.replace(/[^\n]/g, ' '))
}

/** Plural or singular. */
function isKnown(word: string, terms: ReadonlySet<string>): boolean {
  const forms = [word, word.replace(/s$/, ''), word.replace(/ies$/, 'y'), `${word}s`]
  return forms.some((form) => terms.has(form) || plainWords.has(form))
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
