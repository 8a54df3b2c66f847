import { type IParagraphOptions, type IRunOptions, LineRuleType, Paragraph, TextRun } from 'docx'
import { CHARACTER, LINE_PITCH, SIZE, TRACKING } from '../layout.ts'
import { BODY } from './fonts.ts'

/** Word counts sizes in half points and lengths in twentieths of a point. */
export const twips = (points: number) => Math.round(points * 20)
export const halfPoints = (points: number) => Math.round(points * 2)
export const characters = (count: number) => twips(count * CHARACTER)

export const PITCH = { line: twips(LINE_PITCH), lineRule: LineRuleType.EXACT, before: 0, after: 0 } as const

/** Words in the letter of the body, or as said. */
export function words(text: string, options: Omit<IRunOptions, 'text' | 'children'> = {}): TextRun {
  return new TextRun({
    text,
    font: BODY,
    size: halfPoints(SIZE.body),
    characterSpacing: twips(TRACKING),
    ...options,
  })
}

/** A paragraph on the grid of 22 lines. */
export function line(
  children: IParagraphOptions['children'],
  options: Omit<IParagraphOptions, 'children'> = {},
): Paragraph {
  return new Paragraph({ spacing: PITCH, ...options, children })
}

/** A paragraph of the body: two characters in. */
export function indented(children: IParagraphOptions['children'], options: Omit<IParagraphOptions, 'children'> = {}) {
  return line(children, { indent: { firstLine: characters(2), firstLineChars: 200 }, alignment: 'both', ...options })
}

export function blank(lines = 1): Paragraph {
  return line([words('')], { spacing: { ...PITCH, line: twips(LINE_PITCH * lines) } })
}
