import type { Comparator } from '../model.ts'

/**
 * Words that say how a value is meant. They stand before the number (不少于60家), inside it (4000多名, read with the
 * numeral) or after the unit (25件以上). 以上 includes its number, 超过 does not.
 */

const BEFORE: [Exclude<Comparator, 'range' | 'inc' | 'mul' | 'eq'>, string][] = [
  [
    'ge',
    '迈上|跃上|站上|登上|不少于|不低于|不小于|不得低于|不得少于|不能少于|不能低于|不下|至少|最少|大于等于|大于或等于|≥|>=',
  ],
  ['le', '不超过|不高于|不多于|不大于|不得超过|不得高于|不超|最多|至多|最高|控制在|小于等于|≤|<='],
  ['gt', '跨越|跨过|迈过|越过|超过了?|超出|已?超|突破了?|首破|超越|冲破|逾|大于|高于|多于|>'],
  ['lt', '低于|少于|小于|不足|不到|未达到?|不满|<'],
  ['approx', '大约|约为|约占|约有|约达|约合|约|将近|接近|临近|近|大致|大概|平均约'],
]

const BEFORE_WHOLE: { comparator: Comparator; words: RegExp }[] = [
  { comparator: 'ge', words: /不(?:少|低)于[^,。;、\d]{1,8}的$/ },
  { comparator: 'le', words: /不(?:超过|高于)[^,。;、\d]{1,8}的$/ },
  { comparator: 'gt', words: /(?<!不)超过?(?:了)?[^,。;、\d]{1,8}的$/ },
]

const LINKING = '(?:了|达到?|为|占|有|到|至|在)?'
const BEFORE_PATTERNS = BEFORE.map(([comparator, words]) => ({
  comparator,
  pattern: new RegExp(`(${words})${LINKING} ?$`),
}))

/** 约 ends many nouns and verbs: 签约, 节约, 预约. */
const NOT_ABOUT = /[签节预合条履违特公缔邀毁续和]约$/
/** 近 is "nearly" before an amount, but "the last" before years, and part of 附近, 临近, 最近. */
const NOT_NEARLY = /[附邻最相靠就]近$/

const AFTER = /(?: ?\(含\))?(?:(?:及|或)?以上|之上)|以下|以内|之内|左右|上下|(?:[多余])(?=[,。;、)的是]|$)/y

const AFTER_MEANING: Record<string, Comparator> = {
  以下: 'le',
  以内: 'le',
  之内: 'le',
  左右: 'approx',
  上下: 'approx',
  多: 'gt',
  余: 'gt',
}

export interface ComparatorWord {
  comparator: Comparator
  /** Start of the word before the number, or end of the word after the unit. */
  at: number
}

/** The comparator whose word ends right before `at`; `from` bounds the search. */
export function comparatorBefore(text: string, from: number, at: number): ComparatorWord | null {
  const head = text.slice(Math.max(from, at - 12), at)
  for (const { comparator, pattern } of BEFORE_PATTERNS) {
    const match = pattern.exec(head)
    if (!match) continue
    const word = head.slice(0, match.index + 1)
    if (match[1] === '近' ? NOT_NEARLY.test(word) : match[1]?.startsWith('约') && NOT_ABOUT.test(word)) continue
    return { comparator, at: at - (head.length - match.index) }
  }
  // 不低于净收入的70%, 超过总数的一半: the whole may stand between.
  for (const { comparator, words } of BEFORE_WHOLE) if (words.test(head)) return { comparator, at }
  // 至少引进5家, 不少于引进: the comparator may stand before the verb.
  if (/(?:至少|最少|不少于)[^,。;、\d]{1,6}$/.test(head)) return { comparator: 'ge', at }
  return null
}

/** The comparator whose word starts right after the unit at `at`. */
export function comparatorAfter(text: string, at: number): ComparatorWord | null {
  AFTER.lastIndex = at
  const word = AFTER.exec(text)?.[0]
  if (!word) return null
  return { comparator: AFTER_MEANING[word] ?? 'ge', at: at + word.length }
}
