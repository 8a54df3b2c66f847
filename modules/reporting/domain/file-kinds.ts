/** What may be attached: the ending, the first bytes, and the media type it is given out as. */
const kinds: readonly { ending: RegExp; starts: readonly number[]; mediaType: string }[] = [
  { ending: /\.pdf$/i, starts: [0x25, 0x50, 0x44, 0x46], mediaType: 'application/pdf' },
  { ending: /\.jpe?g$/i, starts: [0xff, 0xd8, 0xff], mediaType: 'image/jpeg' },
  { ending: /\.png$/i, starts: [0x89, 0x50, 0x4e, 0x47], mediaType: 'image/png' },
  { ending: /\.ofd$/i, starts: [0x50, 0x4b, 0x03, 0x04], mediaType: 'application/ofd' },
  {
    ending: /\.docx$/i,
    starts: [0x50, 0x4b, 0x03, 0x04],
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  {
    ending: /\.xlsx$/i,
    starts: [0x50, 0x4b, 0x03, 0x04],
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
]

/** The media type of a file that may be attached, by its ending and its first bytes; null when the two do not agree. */
export function fileKind(name: string, bytes: Uint8Array): string | null {
  const kind = kinds.find(({ ending }) => ending.test(name))
  if (!kind?.starts.every((byte, at) => bytes[at] === byte)) return null
  return kind.mediaType
}
