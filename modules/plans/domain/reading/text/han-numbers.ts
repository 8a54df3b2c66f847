const DIGITS = '〇一二三四五六七八九'

/** 一 to 九百九十九, 〇/零, 两, and Arabic digits of either width; null when it is no number. */
export function readHanNumber(written: string): number | null {
  const plain = written.normalize('NFKC').replace(/\s/g, '').replace('零', '〇').replace('两', '二')
  if (/^\d{1,4}$/.test(plain)) return Number(plain)
  const parts = /^(?:([一二三四五六七八九])百)?(?:〇|([一二三四五六七八九]?)十)?([一二三四五六七八九]?)$/.exec(plain)
  if (!parts || plain === '') return null
  const [, hundreds, tens, ones] = parts
  const value =
    (hundreds ? DIGITS.indexOf(hundreds) * 100 : 0) +
    (tens === undefined ? 0 : tens === '' ? 10 : DIGITS.indexOf(tens) * 10) +
    (ones ? DIGITS.indexOf(ones) : 0)
  return value > 0 ? value : null
}
