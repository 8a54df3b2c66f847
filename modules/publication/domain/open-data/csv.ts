/** Rows as CSV (RFC 4180), one line each, for spreadsheets and programs alike. The file begins with `csvStart`. */
export const csvStart = '\uFEFF'

export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

/** A leading = + - @ or tab would be run as a formula by a spreadsheet; numbers keep their sign. */
function csvCell(value: string): string {
  const plain = /^[=+\-@\t\r\n＝＋－＠]/.test(value) && !/^-?\d+(\.\d+)?$/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
