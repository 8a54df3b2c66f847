/** A piece of a format: digits to fill, or text that stands as it is. */
interface Piece {
  kind: 'digits' | 'literal'
  text: string
}

/** One section of a number format without dates, applied. */
export function formatDecimal(value: number, section: string): string {
  const pieces = piecesOf(section)
  const pattern = pieces
    .filter(({ kind }) => kind === 'digits')
    .map(({ text }) => text)
    .join('')
  if (pattern === '') {
    const literals = pieces.map(({ text }) => text).join('')
    return value < 0 && literals !== '' ? `-${literals}` : literals
  }
  const percents = pieces.reduce((count, { kind, text }) => count + (kind === 'literal' && text === '%' ? 1 : 0), 0)
  const { digits, isNegative } = fill(value, percents, pattern)
  let isFilled = false
  const text = pieces
    .map((piece) => {
      if (piece.kind === 'literal') return piece.text
      if (isFilled) return ''
      isFilled = true
      return digits
    })
    .join('')
  return isNegative ? `-${text}` : text
}

function piecesOf(section: string): Piece[] {
  const pieces: Piece[] = []
  const literal = (text: string) => pieces.push({ kind: 'literal', text })
  for (const [token] of section.matchAll(/"[^"]*"?|\\.|_.|\*.|\[[^\]]*\]|[Ee][+-]|[0#?.,]+|./gs)) {
    if (token.startsWith('"')) literal(token.slice(1).replace(/"$/, ''))
    else if (token.startsWith('\\')) literal(token.slice(1))
    else if (token.startsWith('_')) literal(' ')
    // Filling up and colours have no place in a text; a currency sign is written [$¥-804].
    else if (token.startsWith('*')) continue
    else if (token.startsWith('[')) literal(/^\[\$([^\]-]*)/.exec(token)?.[1] ?? '')
    else if (/^([0#?.,]+|[Ee][+-])$/.test(token)) pieces.push({ kind: 'digits', text: token })
    else literal(token)
  }
  return pieces
}

function fill(value: number, percents: number, pattern: string): { digits: string; isNegative: boolean } {
  const exponent = /[Ee]([+-])(.*)$/.exec(pattern)
  const mantissa = exponent ? pattern.slice(0, exponent.index) : pattern
  // Commas after the last digit divide by a thousand each; commas between digits group them.
  const scaling = /,*$/.exec(mantissa.replace(/\..*$/, (tail) => (tail.endsWith(',') ? tail : '')))?.[0].length ?? 0
  const plain = mantissa.replaceAll(',', '')
  const [whole = '', fraction = ''] = plain.split('.')
  const isGrouped = /[0#?],+[0#?]/.test(mantissa)
  if (exponent) return scientific(value, fraction, exponent)
  const power = percents * 2 - scaling * 3
  const rounded = roundDecimal(Math.abs(value), power, fraction.length)
  const [before = '0', after = ''] = rounded.split('.')
  const least = whole.replaceAll('#', '').length
  const padded = (before === '0' && least === 0 ? '' : before).padStart(least, '0')
  const grouped = isGrouped ? padded.replace(/\B(?=(\d{3})+$)/g, ',') : padded
  const tail = trimOptional(after, fraction)
  const digits = plain.includes('.') ? `${grouped}.${tail}` : grouped
  return { digits, isNegative: value < 0 && /[1-9]/.test(rounded) }
}

function scientific(value: number, fraction: string, exponent: RegExpExecArray) {
  const [base = '0', power = '0'] = Math.abs(value).toExponential(Math.min(20, fraction.length)).split('e')
  const places = (exponent[2] ?? '').length
  const sign = Number(power) < 0 ? '-' : exponent[1] === '+' ? '+' : ''
  const digits = `${base}E${sign}${String(Math.abs(Number(power))).padStart(places, '0')}`
  return { digits, isNegative: value < 0 }
}

/** Drops the zeros that a `#` does not ask for; a `?` leaves a space. */
function trimOptional(after: string, fraction: string): string {
  let kept = after
  while (kept.endsWith('0') && fraction[kept.length - 1] === '#') kept = kept.slice(0, -1)
  return kept
}

/**
 * The value times ten to the `power`, rounded half away from zero to `places`: of its fifteen decimal digits as a
 * spreadsheet does, not of its binary ones (1.005 is 1.01).
 */
function roundDecimal(value: number, power: number, places: number): string {
  const [mantissa = '0', exponent = '0'] = value.toExponential(14).split('e')
  const digits = BigInt(mantissa.replace('.', ''))
  // value × 10^power = digits × 10^shift
  const shift = Number(exponent) - 14 + power
  const drop = -(shift + places)
  const kept = drop <= 0 ? digits * 10n ** BigInt(-drop) : (digits + 5n * 10n ** BigInt(drop - 1)) / 10n ** BigInt(drop)
  const text = kept.toString().padStart(places + 1, '0')
  return places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`
}
