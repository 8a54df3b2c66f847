const DAY = 86_400_000
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六']
const ENGLISH_WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

/** Literals, escapes, colours and conditions, which say nothing about dates. Elapsed time in brackets ([h]) does. */
const ASIDE = /"[^"]*"?|\\.|_.|\*.|\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi

export function isDateFormat(format: string): boolean {
  return /[ymdhsa]/i.test(format.replace(ASIDE, '').replace(/General/gi, '')) && !/[0#?]/.test(withoutFractions(format))
}

/** A serial day of a spreadsheet as an ISO text: a date when it has no time of day, a time when it has no day. */
export function isoOf(serial: number, isFrom1904: boolean): string {
  const at = dateOf(serial, isFrom1904).toISOString()
  const time = at.slice(11, 19)
  if (serial < 1) return time
  return time === '00:00:00' ? at.slice(0, 10) : `${at.slice(0, 10)}T${time}`
}

/** Serial days that have a date: 1900 to 9999. */
export function isSerialDay(serial: number): boolean {
  return serial >= 0 && serial < 2_958_466
}

/** One section of a date format, applied to a serial day. */
export function formatDate(serial: number, section: string, isFrom1904: boolean): string {
  if (!isSerialDay(serial)) return '########'
  const at = dateOf(serial, isFrom1904)
  const isTwelve = /AM\/PM|A\/P|上午\/下午/i.test(section)
  const tokens = [
    ...section.matchAll(/"[^"]*"?|\\.|_.|\*.|\[[^\]]*\]|AM\/PM|A\/P|上午\/下午|(y+|m+|d+|h+|s+|a{3,4})|\.0+|./gis),
  ].map(([token]) => token)
  return tokens
    .map((token, i) => {
      if (token.startsWith('"')) return token.slice(1).replace(/"$/, '')
      if (token.startsWith('\\')) return token.slice(1)
      if (token.startsWith('_')) return ' '
      if (token.startsWith('*')) return ''
      if (token.startsWith('[')) return elapsed(serial, token)
      if (/^(AM\/PM|A\/P|上午\/下午)$/i.test(token)) return halfDay(at, token)
      if (/^\.0+$/.test(token)) return (at.getUTCMilliseconds() / 1000).toFixed(token.length - 1).slice(1)
      if (/^m+$/i.test(token) && isMinute(tokens, i)) return pad(at.getUTCMinutes(), token)
      return partOf(at, token, isTwelve)
    })
    .join('')
}

function partOf(at: Date, token: string, isTwelve: boolean): string {
  const hour = at.getUTCHours()
  switch (token[0]!.toLowerCase()) {
    case 'y':
      return token.length <= 2 ? String(at.getUTCFullYear()).slice(-2) : String(at.getUTCFullYear())
    case 'm':
      return token.length >= 3 ? MONTHS[at.getUTCMonth()]! : pad(at.getUTCMonth() + 1, token)
    case 'd':
      return token.length >= 3 ? ENGLISH_WEEKDAYS[at.getUTCDay()]! : pad(at.getUTCDate(), token)
    case 'a':
      return token.length < 3 ? token : `${token.length === 4 ? '星期' : ''}${WEEKDAYS[at.getUTCDay()]}`
    case 'h':
      return pad(isTwelve ? hour % 12 || 12 : hour, token)
    case 's':
      return pad(at.getUTCSeconds(), token)
    default:
      return token
  }
}

/** An m is a minute after an hour or before a second, otherwise a month. */
function isMinute(tokens: readonly string[], i: number): boolean {
  const isPart = (token: string) => /^(y+|m+|d+|h+|s+|\[h+\])$/i.test(token)
  const before = tokens.slice(0, i).findLast(isPart)
  const after = tokens.slice(i + 1).find(isPart)
  return /^\[?h/i.test(before ?? '') || /^s/i.test(after ?? '')
}

function elapsed(serial: number, token: string): string {
  const unit = /^\[(h+|m+|s+)\]$/i.exec(token)?.[1]
  if (!unit) return ''
  const perDay = { h: 24, m: 1440, s: 86_400 }[unit[0]!.toLowerCase() as 'h' | 'm' | 's']
  return pad(Math.floor(serial * perDay + 1e-9), unit)
}

function halfDay(at: Date, token: string): string {
  const isMorning = at.getUTCHours() < 12
  if (token.startsWith('上')) return isMorning ? '上午' : '下午'
  return token.length === 3 ? (isMorning ? 'A' : 'P') : isMorning ? 'AM' : 'PM'
}

/** Day 60 is the 29th of February 1900, which never was; spreadsheets count it, so earlier days are one off. */
function dateOf(serial: number, isFrom1904: boolean): Date {
  const day = isFrom1904 ? serial + 1462 : serial < 60 && serial >= 1 ? serial + 1 : serial
  return new Date(Math.round((day - 25_569) * DAY))
}

function pad(value: number, token: string): string {
  return token.length >= 2 ? String(value).padStart(2, '0') : String(value)
}

/** "ss.00" has digits that are fractions of a second. */
function withoutFractions(format: string): string {
  return format.replace(ASIDE, '').replace(/s\.0+/gi, 's')
}
