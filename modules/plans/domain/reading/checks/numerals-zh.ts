const DIGITS: Record<string, number> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}

/** A small count written either way, "十二" or "12", up to 99; null for anything else. */
export function findCount(written: string): number | null {
  if (/^\d{1,2}$/.test(written)) return Number(written)
  const parts = /^([一二三四五六七八九两])?(十)?([一二三四五六七八九])?$/.exec(written)
  if (!parts || written === '') return null
  const [, tens, ten, ones] = parts
  if (!ten) return tens && !ones ? DIGITS[tens]! : null
  return (tens ? DIGITS[tens]! : 1) * 10 + (ones ? DIGITS[ones]! : 0)
}
