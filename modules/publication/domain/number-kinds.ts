/** What a row of digits can be. Sources: GB 11643-1999 (resident numbers), ISO/IEC 7812-1 (cards), MIIT numbering plan. */

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 91'.split(
    ' ',
  ),
)

/** The eighteenth sign of a resident number after seventeen digits. */
export function checkDigit(seventeen: string): string {
  const sum = weights.reduce((all, weight, at) => all + weight * Number(seventeen[at]), 0)
  return '10X98765432'[sum % 11]!
}

/** `whole` when region, birthday and check digit fit, `nearly` when only the check digit does not. */
export function residentNumber(digits: string): 'whole' | 'nearly' | null {
  if (!/^\d{17}[\dX]$/.test(digits) || !provinces.has(digits.slice(0, 2)) || !isBirthday(digits.slice(6, 14)))
    return null
  return checkDigit(digits.slice(0, 17)) === digits[17] ? 'whole' : 'nearly'
}

/** A resident number of before 1999: fifteen digits without century and check digit. */
export function oldResidentNumber(digits: string): boolean {
  return /^\d{15}$/.test(digits) && provinces.has(digits.slice(0, 2)) && isBirthday(`19${digits.slice(6, 12)}`)
}

function isBirthday(text: string): boolean {
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6, 8))]
  const date = new Date(Date.UTC(year, month - 1, day))
  return year >= 1900 && year <= 2099 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

export function mobileNumber(digits: string): boolean {
  return /^(?:0086|86)?1[3-9]\d{9}$/.test(digits)
}

export function landlineNumber(digits: string): boolean {
  return /^0(?:10|2\d|[3-9]\d{2})[2-8]\d{6,7}$/.test(digits)
}

/** A card of one of the schemes in use, by its first digits, its length and its check digit. */
export function cardNumber(digits: string): boolean {
  const scheme =
    /^(?:62|60)\d{14,17}$/.test(digits) ||
    /^4\d{15}$/.test(digits) ||
    /^5[1-5]\d{14}$/.test(digits) ||
    /^3(?:[47]\d{13}|5\d{14})$/.test(digits)
  return scheme && luhn(digits)
}

function luhn(digits: string): boolean {
  let sum = 0
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits[digits.length - 1 - at])
    const doubled = at % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}
