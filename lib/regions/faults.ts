import type { Bilingual } from '@opensti/kernel'
import type { z } from 'zod'

/** A fault of content, written as advice. Lines count from 1. */
export interface Fault {
  file: string
  line: number
  /** The field inside the file: targets.3.unit. Empty for the file as a whole. */
  path: string
  message: Bilingual
  remedy: Bilingual
}

/** One line for a terminal: file:line, what is wrong, what to do. */
export function faultLine(fault: Fault, language: 'zh' | 'en' = 'zh'): string {
  const where = fault.path ? ` [${fault.path}]` : ''
  return `${fault.file}:${fault.line}${where} ${fault.message[language]} → ${fault.remedy[language]}`
}

const fieldGuide: Bilingual = {
  zh: '对照 lib/regions/README.md 中这类文件的字段',
  en: 'Compare with the fields of this kind of file in lib/regions/README.md',
}

/** Turns what the schema found into advice. `actual` is what stands at the place, undefined when nothing does. */
export function explainIssue(issue: z.core.$ZodIssue, actual: unknown): Pick<Fault, 'message' | 'remedy'> {
  const field = String(issue.path.at(-1) ?? '')
  const params =
    issue.code === 'custom' ? (issue.params as Partial<Pick<Fault, 'message' | 'remedy'>> | undefined) : undefined
  if (params?.message && params.remedy) {
    const shown = typeof actual === 'string' || typeof actual === 'number' ? `“${actual}”` : ''
    return {
      message: { zh: `${shown}${params.message.zh}`, en: shown ? `${params.message.en}: ${shown}` : params.message.en },
      remedy: params.remedy,
    }
  }
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.join(', ')
    return { message: { zh: `不认识的字段 ${keys}`, en: `Unknown field ${keys}` }, remedy: fieldGuide }
  }
  if (actual === undefined && issue.code !== 'too_small') {
    return {
      message: { zh: `缺少字段 ${field}`, en: `The field ${field} is missing` },
      remedy: { zh: `补上 ${field};${fieldGuide.zh}`, en: `Add ${field}. ${fieldGuide.en}` },
    }
  }
  if (issue.code === 'invalid_value') {
    const choices = issue.values.map(String).join(', ')
    return {
      message: { zh: `${field} 的值“${String(actual)}”不在可选范围内`, en: `${field} cannot be "${String(actual)}"` },
      remedy: { zh: `从这些值中选一个：${choices}`, en: `Choose one of: ${choices}` },
    }
  }
  if (issue.code === 'invalid_type') {
    return {
      message: { zh: `${field} 的类型不对，应为 ${issue.expected}`, en: `${field} should be a ${issue.expected}` },
      remedy: {
        zh: '日期、文号和编号加引号写成文字，数值不加引号',
        en: 'Quote dates, document numbers and codes; leave quantities unquoted',
      },
    }
  }
  return {
    message: { zh: `${field} 不合要求：${issue.message}`, en: `${field} is not acceptable: ${issue.message}` },
    remedy: fieldGuide,
  }
}
