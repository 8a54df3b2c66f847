/** Files into text, under guard. Knows nothing of what the text is about. */
export { type ExtractedText, extractText, type FileToRead, type ReadingLimits } from './extract-text.ts'
