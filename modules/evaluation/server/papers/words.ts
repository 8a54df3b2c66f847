import { statusMarks } from '@opensti/ui'
import { kindNames, type Standing, standingNames, standings } from '../../domain/exercise-life.ts'
import type { ConcludedLine, Conclusion } from '../conclusion.ts'

/** Sentences that report and brief share. Papers are in Chinese. */

export const standingWord = (standing: Standing | null | undefined): string =>
  standing ? standingNames[standing].zh : '—'

/** "已完成8项、滞后2项"; what nobody is stays unsaid. */
export function countWords(lines: readonly ConcludedLine[]): string {
  const parts = standings.flatMap((standing) => {
    const count = lines.filter((line) => line.review?.standing === standing).length
    return count > 0 ? [`${standingNames[standing].zh}${count}项`] : []
  })
  return parts.join('、') || '均未评价'
}

export const ofKind = (conclusion: Conclusion, kind: ConcludedLine['kind']): ConcludedLine[] =>
  conclusion.lines.filter((line) => line.kind === kind)

/** Behind or out of reach as supervision sees it: the worst first, then the heaviest. */
export function troubled(conclusion: Conclusion): ConcludedLine[] {
  const rank = (line: ConcludedLine) => standings.indexOf(line.review?.standing ?? 'done')
  return conclusion.lines
    .filter((line) => line.review?.standing === 'behind' || line.review?.standing === 'cannot')
    .toSorted((a, b) => rank(b) - rank(a) || Number(b.weight) - Number(a.weight))
}

/** Where unit and supervision do not see the same. */
export function differing(conclusion: Conclusion): ConcludedLine[] {
  return conclusion.lines.filter(
    ({ own, review }) => own?.standing && review?.standing && own.standing !== review.standing,
  )
}

export function statusWord(status: string): string {
  return status in statusMarks ? statusMarks[status as keyof typeof statusMarks].word.zh : '尚无数据'
}

/** The plan's name with what is said of it, parted where its sense does. */
export function titleOf(conclusion: Conclusion, what: string): string {
  const year = conclusion.kind === 'yearly' ? `${conclusion.year}年度` : ''
  return `${conclusion.plan.name.zh}\n${year}${kindNames[conclusion.kind].zh}${what}`
}

export const dayOf = (moment: string, timeZone = 'Asia/Shanghai'): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(new Date(moment))

/** At most so many signs of a sentence, ended where it can be. */
export function shortened(text: string, most: number): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  if (line.length <= most) return line
  const cut = line.slice(0, most)
  const end = Math.max(cut.lastIndexOf('；'), cut.lastIndexOf('。'), cut.lastIndexOf('，'))
  return end > most * 0.5 ? cut.slice(0, end) : `${cut}……`
}

/** Figures as papers set them: no space between a number and its measure. */
export const tight = (text: string): string =>
  text.replaceAll(/(?<=[\d%]) (?=\p{Script=Han})|(?<=\p{Script=Han}) (?=\d)/gu, '')

/** With a full stop at its end, and only one. */
export const sentence = (text: string): string => (text === '' ? '' : `${text.replace(/[。；，\s]+$/u, '')}。`)

/** A digest that can be read aloud and broken between lines. */
export const digestWords = (digest: string): string => digest.match(/.{8}/g)?.join(' ') ?? digest

/** Where anyone can check a paper: the address, where the house knows under which people reach it. */
export const checkPlace = (address: string | null): string => address ?? '公开网站“核验文件”页面'

/** How anyone can check the paper that she holds. */
export const checkWords = (digest: string, address: string | null): string =>
  `本文依据定稿数据生成，定稿数据的SHA-256摘要为 ${digestWords(digest)}。公开以后，任何人可在${checkPlace(address)}核对文件是否为原件。`
