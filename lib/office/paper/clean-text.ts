/**
 * Text as a paper can hold it: line feeds stay, tabs become spaces, other control characters and halves of characters
 * that no file format can hold go.
 */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replaceAll('\t', ' ')
    .replace(UNSPEAKABLE, '')
}

/** As one line. */
export function cleanLine(text: string): string {
  return cleanText(text).replaceAll('\n', ' ').trim()
}

/** Its lines that are not empty. */
export function linesOf(text: string): string[] {
  return cleanText(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones meant
const UNSPEAKABLE = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\ufffe\uffff\u202a-\u202e\u2066-\u2069]/g
