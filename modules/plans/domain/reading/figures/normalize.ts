const HAN_DIGITS = '〇一二三四五六七八九'
const HAN_YEAR = /[一二][〇○零九][〇○零一二三四五六七八九]{2}(?=年)/g

/**
 * One spelling for what official texts write in two: full-width digits, letters and punctuation become half-width,
 * typographic spaces become plain ones, and 二〇三五年 becomes 2035年. The result has the same length, so every offset
 * holds in the original too.
 */
export function normalize(text: string): string {
  const narrow = text.replace(/[！-～\u3000\u00a0\u2002\u2003\u2009﹪﹣．∶]/g, (char) => {
    const code = char.charCodeAt(0)
    if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0)
    if (char === '﹪') return '%'
    if (char === '﹣') return '-'
    if (char === '∶') return ':'
    return ' '
  })
  return narrow.replace(HAN_YEAR, (year) =>
    [...year].map((digit) => HAN_DIGITS.indexOf(digit.replace(/[○零]/, '〇'))).join(''),
  )
}
