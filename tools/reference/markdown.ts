/** A Markdown table. Bars inside cells are escaped, line ends become blanks. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n')
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replace(/\s*\n\s*/g, ' ')
}

export const written = (from: string) =>
  `<!-- Written by tools/generate-reference.ts from ${from}. Change that, not this page. -->`
