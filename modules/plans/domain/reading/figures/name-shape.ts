import { endsWithVerb, tidyName, trimHead, VERB } from './name-words.ts'
import type { UnitClass } from './units.ts'

/** What the names of figures are made from, and how two parts of one are put together. */

export interface Named {
  name: string
  /** The clause opens with a verb of its own, so that a list verb (新增) does not reach it. */
  verb: string | null
  /** The number's own noun stands after it, up to here in `tail`. */
  tailUsed: number
}

/** The words around one number. */
export interface Words {
  /** From the start of the item, time words left out, and the same as written. */
  head: string
  raw: string
  /** From the end of the number to the end of its item. */
  tail: string
  /** From the number before, or the start of the paragraph, to the start of the clause. */
  between: string
  unitClass: UnitClass | null
  unit: string
  /** A multiple of a base: 是2015年的4倍, 翻一番. */
  multiple: boolean
  sentence: number
  /** The words before the bracket that the number opens. */
  bracketed: string
}

/** A subject longer than this is cut at its start when something is said of it. */
export const LONGEST_CARRIED = 40
const TAIL_NOUN = /^(?:的|以上的?|左右的?)?([^,。;、:()◇\d]{1,26})/

/** Verb and noun after the number, which decide list verbs and the extent of the quote. */
export function readShape(
  words: Words,
  relative: boolean,
): { verb: string | null; tailUsed: number; joined: string | null } {
  const core = trimHead(words.head.replace(/\([^()]*[\d◇][^()]*\)/g, ''))
  const verb = VERB.exec(core)?.[0] ?? null
  const match = TAIL_NOUN.exec(words.tail)
  const noun = match?.[1]?.trim() ?? ''
  const object = verb === null ? core : core.slice(verb.length)
  const wantsTail =
    noun !== '' && !relative && (object === '' || /[对为向的]$|^(?:超过|共)$/.test(object) || core.length <= 1)
  const wide =
    !relative &&
    noun.length >= 2 &&
    (endsWithVerb(core) || /[等及其]$/.test(core) || /的$/.test(words.raw.trim()) || /^我[省市]$/.test(core))
  return {
    verb,
    tailUsed: wantsTail ? (match?.[0].length ?? 0) : 0,
    joined:
      wantsTail || wide
        ? noun.replace(/(?:中(?:有.*)?|(?:压减|压缩|精简|减少|提高|增加|缩短|增)(?:至|到|为)?)$/, '')
        : null,
  }
}

/** What bears an aspect: 园区营业收入 → 园区. */
export function bearer(noun: string): string {
  const plain = noun.replace(/(?:营业收入|总?规模|面积|总?投资|不良率|办结率|覆盖率|亩均税收|数量|总数)$/, '')
  return plain.length >= 2 ? plain : noun
}

/** Puts a subject before what is said of it, unless it ends with it already. */
export function join(subject: string, said: string): string {
  const short = subject.slice(-LONGEST_CARRIED)
  for (let length = Math.min(said.length, short.length, 8); length >= 1; length -= 1) {
    if (short.endsWith(said.slice(0, length)) && (length > 1 || said.length === 1))
      return tidyName(short + said.slice(length))
  }
  return tidyName(short + said)
}
