import { parse } from 'yaml'
import { type Fault, isTest, lineAt, type TidyRule, type Tree } from './tree.ts'

/** Words that name a region and many other things besides. */
const common = new Set(['全国', '国家', '我国', '中国', 'china', '全市', '我市', '全省', '我省', '全区', '我区'])

interface RegionFile {
  id?: string
  names?: { zh?: string; en?: string }
  shortNames?: string[]
}

/** Places are content: the engine works for a city it has never heard of. Tests may name them. */
export const regionNames: TidyRule = {
  name: 'no region’s name in the engine',
  check(tree) {
    const words = regionWords(tree)
    if (words.length === 0) return []
    const pattern = new RegExp(words.map((word) => wordPattern(word)).join('|'), 'giu')
    const faults: Fault[] = []
    for (const [path, content] of tree) {
      if (!/^(apps|modules|lib)\//.test(path) || isTest(path) || path.endsWith('.md')) continue
      for (const found of content.matchAll(pattern)) {
        faults.push({
          path,
          line: lineAt(content, found.index),
          message: `“${found[0]}” names a region; take it from the region’s content`,
        })
      }
    }
    return faults
  },
  planted: {
    'regions/springfield/region.yaml': 'id: springfield\nnames: { zh: 春田市, en: Springfield }\nshortNames: [春田]\n',
    'modules/plans/server/planted.ts': "export const favourite = region === 'springfield'\n",
    'modules/plans/portal/planted.ts': 'export const title = `春田的规划`\n',
  },
  finds: 2,
}

function regionWords(tree: Tree): string[] {
  const words = new Set<string>()
  for (const [path, content] of tree) {
    if (!/^regions\/[^/]+\/region\.yaml$/.test(path)) continue
    const region = parse(content) as RegionFile
    const zh = region.names?.zh
    for (const word of [
      region.id,
      region.names?.en,
      zh,
      zh?.replace(/[省市区县]$/, ''),
      ...(region.shortNames ?? []),
    ]) {
      if (word && word.length > 1 && !common.has(word.toLowerCase())) words.add(word)
    }
  }
  return [...words].sort((a, b) => b.length - a.length)
}

/** Latin names match as whole words, Chinese ones anywhere. */
function wordPattern(word: string): string {
  const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return /^[\x20-\x7e]+$/.test(word) ? `(?<![a-z0-9])${escaped}(?![a-z0-9])` : escaped
}
