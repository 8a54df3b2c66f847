import { looksLikeMeasure } from './measures.ts'

/** A name as a form writes it, taken apart. */
export interface WrittenName {
  /** Without numbering, brackets and "of which". */
  name: string
  /** The unit of measurement in brackets behind it. */
  measure: string | null
  isPart: boolean
  isTotal: boolean
  /** How far it is set in: full-width and half-width blanks in front. */
  indent: number
  nature: 'working' | 'statistical' | null
}

const PART = /^(其中|#|＃|\*)[:：、,，]?\s*/
const NUMBERING =
  /^([一二三四五六七八九十]+[、.．]|[(（][一二三四五六七八九十\d]+[)）]|\d{1,3}([、.．)）](?!\d)|\s+)|[①-⑳])\s*/
const TOTAL = /(合计|总计|小计|共计)$/

export function readName(text: string): WrittenName {
  const indent = /^[\s　]*/.exec(text)?.[0].length ?? 0
  let rest = text.trim().replace(NUMBERING, '')
  const isPart = PART.test(rest)
  rest = rest.replace(PART, '').replace(NUMBERING, '')
  let measure: string | null = null
  let nature: WrittenName['nature'] = null
  const bare = rest.replaceAll(/[(（[【]([^()（）[\]【】]*)[)）\]】]/g, (_, inside: string) => {
    const word = inside.replace(/^单位[:：]/, '').trim()
    if (/统计/.test(word)) nature = 'statistical'
    else if (/工作/.test(word)) nature = 'working'
    else if (measure === null && looksLikeMeasure(word)) measure = word
    return ''
  })
  const name = plainName(bare)
  return { name, measure, isPart, isTotal: TOTAL.test(name), indent, nature }
}

/** Letters and figures only, one width, one case. */
export function plainName(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}%‰]/gu, '')
}

/** Pairs of neighbouring characters. */
function pairsOf(name: string): Set<string> {
  const pairs = new Set<string>()
  for (let at = 0; at + 1 < name.length; at += 1) pairs.add(name.slice(at, at + 2))
  if (pairs.size === 0 && name !== '') pairs.add(name)
  return pairs
}

export interface Likeness<Item> {
  item: Item
  /** From 0 to 1; 1 for the same name. */
  score: number
}

/** Finds the things whose names are most like a given one, in a time that hardly grows with their number. */
export function likenessTo<Item>(items: readonly { item: Item; names: readonly string[] }[]) {
  const known: { item: Item; pairs: ReadonlySet<string> }[] = []
  const byPair = new Map<string, number[]>()
  const byName = new Map<string, number[]>()
  for (const { item, names } of items) {
    for (const name of new Set(names.map(plainName).filter(Boolean))) {
      const pairs = pairsOf(name)
      const at = known.push({ item, pairs }) - 1
      byName.set(name, [...(byName.get(name) ?? []), at])
      for (const pair of pairs) {
        const list = byPair.get(pair)
        if (list) list.push(at)
        else byPair.set(pair, [at])
      }
    }
  }
  return (text: string, most = 5): Likeness<Item>[] => {
    const name = plainName(text)
    const same = byName.get(name)
    if (same) return same.slice(0, most).map((at) => ({ item: known[at]!.item, score: 1 }))
    const pairs = pairsOf(name)
    // The rarest pairs tell most; names that share none of them with this one are hardly like it.
    const lists = [...pairs].map((pair) => byPair.get(pair) ?? []).sort((a, b) => a.length - b.length)
    const near = new Set<number>()
    for (const list of lists) {
      if (near.size > 0 && near.size + list.length > CANDIDATES_MOST) break
      for (const at of list.slice(0, CANDIDATES_MOST)) near.add(at)
    }
    return [...near]
      .map((at) => ({ item: known[at]!.item, score: likeness(pairs, known[at]!.pairs) }))
      .sort((a, b) => b.score - a.score)
      .slice(0, most)
  }
}

/** So many names are compared closely. */
const CANDIDATES_MOST = 150

/** Dice: twice what two sets share, by what they hold. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0
  for (const pair of a) if (b.has(pair)) shared += 1
  return (2 * shared) / (a.size + b.size)
}

/** Below this a name is another name. */
export const LIKE_ENOUGH = 0.62
