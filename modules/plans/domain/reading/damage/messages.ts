import type { Damage } from '../model.ts'

/** Damage with its place, said in both languages with what to do about it. */
function damage(
  sign: Damage['sign'],
  start: number,
  quote: string,
  expected: string | null,
  zh: string,
  en: string,
): Damage {
  return { start, end: start + quote.length, sign, quote, expected, message: { zh, en } }
}

export function swapped(start: number, quote: string, expected: string): Damage {
  return damage(
    'swapped-word',
    start,
    quote,
    expected,
    `“${quote}”不是公文用语，原文应为“${expected}”。此处文字被替换过，请核对正式文本后引用。`,
    `Official papers do not say “${quote}”; the original must read “${expected}”. Words were replaced in this copy: check the published text before quoting it.`,
  )
}

export function altered(start: number, quote: string, expected: string | null): Damage {
  return damage(
    'altered-name',
    start,
    quote,
    expected,
    `“${quote}”是被改写或遮盖的名称${expected ? `，原文应为“${expected}”` : ''}。请按正式文本更正。`,
    `“${quote}” is a name that was altered or hidden${expected ? `; the original must read “${expected}”` : ''}. Correct it from the published text.`,
  )
}

export function maskedYear(start: number, quote: string): Damage {
  return damage(
    'masked-year',
    start,
    quote,
    null,
    `年份写作“${quote}”，被遮盖。这一句的数据不能确定年份，请查正式文本补上。`,
    `The year is hidden (“${quote}”). Figures of this sentence have no certain year: supply it from the published text.`,
  )
}

export function maskedValue(start: number, quote: string): Damage {
  return damage(
    'masked-value',
    start,
    quote,
    null,
    `数值写作“${quote}”，被遮盖。此处没有可用的数据，请查正式文本。`,
    `The value is hidden (“${quote}”). There is no usable figure here: look it up in the published text.`,
  )
}

const PARTS = {
  'missing-table': { zh: '表格', en: 'table' },
  'missing-box': { zh: '专栏', en: 'box' },
  'missing-figure': { zh: '图', en: 'figure' },
  'missing-annex': { zh: '附件', en: 'annex' },
} as const

/** Something the text announces does not come. */
export function missingPart(sign: keyof typeof PARTS, start: number, quote: string): Damage {
  const { zh, en } = PARTS[sign]
  return damage(
    sign,
    start,
    quote,
    null,
    `“${quote}”所指的${zh}不在这份文本中，其中的目标和数据缺失（不等于没有）。请从正式文本补录。`,
    `The ${en} announced by “${quote}” is not in this copy; what it states is lost, not none. Enter it from the published text.`,
  )
}

export function brokenNumbering(start: number, quote: string, zh: string, en: string): Damage {
  return damage(
    'broken-numbering',
    start,
    quote,
    null,
    `${zh}请对照正式文本，确认是否缺少段落。`,
    `${en} Compare with the published text for lost passages.`,
  )
}

export function unreadable(start: number, quote: string): Damage {
  return damage(
    'unreadable-bytes',
    start,
    quote,
    null,
    '此处文字无法识别（编码有误）。请换用正式文本，或以正确的编码重新上传。',
    'These characters cannot be read (wrong encoding). Use the published text, or upload the file again in its right encoding.',
  )
}
