/** Shorter than this, a line names nothing that its number could be. */
const SHORTEST = 4
/** Numbers closer together than this, many times over, are a dump or a rule of a table: nobody writes so. */
const LETTERS_PER_NUMBER = 5
const MANY = 60

/** True for text in which every number leaves room for words; keeps garbage of many megabytes cheap. */
export function leavesRoomForWords(text: string, numbers: number): boolean {
  return text.length >= SHORTEST && (numbers < MANY || text.length >= numbers * LETTERS_PER_NUMBER)
}
