/** A unit with everything it is or was called. */
export interface NamedUnit {
  id: string
  /** Full names and short forms, past ones too. */
  names: readonly string[]
}

/** Brackets and blanks that differ between papers without meaning anything. */
export function plainName(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s·•]/g, '')
    .replace(/[（(][^（()）]*[)）]$/, '')
}

/**
 * The units a paper may mean by a name, best first: those with exactly this name, full or short, of today or earlier;
 * else those whose name has it as its end (科技局 in 湖畔市科技局). Several where papers are ambiguous; none where nobody fits.
 */
export function matchUnitName(units: readonly NamedUnit[], written: string): string[] {
  const wanted = plainName(written)
  if (wanted.length < 2) return []
  const spelled = units.map((unit) => ({ id: unit.id, names: unit.names.map(plainName) }))
  const exact = spelled.filter((unit) => unit.names.includes(wanted))
  if (exact.length > 0) return exact.map(({ id }) => id)
  return spelled.filter((unit) => unit.names.some((name) => name.endsWith(wanted))).map(({ id }) => id)
}
