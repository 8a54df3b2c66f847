/**
 * One spelling for what official texts write in two: full-width digits, letters and punctuation become half-width,
 * typographic spaces become plain ones. The result has the same length, so every offset holds in the original too.
 */
export function normalize(text: string): string {
  return text.replace(/[！-～\u3000\u00a0\u2002\u2003\u2009﹪﹣．∶]/g, (char) => {
    const code = char.charCodeAt(0)
    if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0)
    if (char === '﹪') return '%'
    if (char === '﹣') return '-'
    if (char === '∶') return ':'
    return ' '
  })
}
