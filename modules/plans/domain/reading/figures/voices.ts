import type { Figure } from '../model.ts'
import type { Frame } from './frame.ts'
import type { Part } from './outline.ts'

/**
 * Target, baseline or actual. The part of the document decides first; the words of the clause may turn it: a report
 * that says 将 or 拟 looks ahead, a plan that says 目前已 looks back.
 */

const AHEAD_WORDS =
  /力争|争取(?!到|上级|中央|资金)|确保|拟(?!合)|(?:^|[,;。])可将|预计(?:可|能|将|到)|预计[^,。;]{0,12}将|有望|计划(?:投资|建设|实施|引进|新增|到|在|用|总投资|于|今年|明年)|目标(?:是|为|:)|预期|(?:^|[,;。:我委局市省区县厅]|期间|年底?前?|还|均|也|项目|全年)将(?!其|上述|原|[^,。;]{1,10}(?:作为|列为|纳入))|(?:^|[,;。])要(?!求|素)/
const BACK_WORDS =
  /(?:^|[,;。:])(?:目前|当前|现有|截至|截止|迄今|至今)|(?:目前|截至)[^,。;]{0,10}已|已(?:有|建成|达到?|经|引进|培育|设立|认定|累计|完成|拥有|形成|落户|集聚|实现|超过?)|成功(?:引进|创建|举办|获批)/

export interface VoiceClues {
  /** The clause up to its end, and the words of the sentence before it. */
  clause: string
  lead: string
  /** What follows the number. */
  after: string
  /** The year named in the text, or null. */
  year: number | null
  /** 从2016年起每年: a commitment without end. */
  openEnded: boolean
  /** 到2020年 rather than 2020年. */
  until: boolean
}

/** The voice of one clause inside its part. */
export function voiceOf(part: Part, frame: Frame, clues: VoiceClues): Part['voice'] {
  const { clause, lead, year, until, openEnded } = clues
  if (openEnded) return 'target'
  const back = frame.genre === 'plan' ? 'baseline' : 'actual'
  const now = frame.genre === 'plan' ? (frame.startYear ?? null) : frame.planYear
  if (/^[^,。;]{0,4}的[^,。;的]{0,6}目标/.test(clues.after)) return 'target'
  if (part.voice === 'target') {
    if (year !== null && now !== null && year < now && !AHEAD_WORDS.test(clause)) return back
    if (BACK_WORDS.test(clause) && !AHEAD_WORDS.test(clause) && !until) return back
    return 'target'
  }
  if (year !== null && now !== null && until && year >= now) return 'target'
  if (year !== null && now !== null && frame.genre === 'report' && year > (frame.reportYear ?? now)) return 'target'
  if (AHEAD_WORDS.test(clause) || /(?:力争|争取|确保|拟|可将|预计(?:可|将))[^。;]*$/.test(lead)) return 'target'
  return part.voice
}

/**
 * The kind that is written down. A in 从A提高到B is where the change starts, unless a report gives it a year of its own;
 * what a plan's basis says was newly added is an achievement, not a level.
 */
export function kindOf(
  voice: Part['voice'],
  comparator: Figure['comparator'],
  starts: 'undated' | 'dated' | null,
): Figure['kind'] {
  if (starts === 'undated' || (starts === 'dated' && voice === 'target')) return 'baseline'
  if (voice === 'baseline' && comparator === 'inc') return 'actual'
  return voice
}
