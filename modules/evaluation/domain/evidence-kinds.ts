const office = 'application/vnd.openxmlformats-officedocument'
const zip = [0x50, 0x4b, 0x03, 0x04]

/** What offices keep as proof: the ending, the bytes such a file begins with, and the media type it is given out as. */
const kinds: readonly { ending: RegExp; begins: readonly number[]; mediaType: string }[] = [
  { ending: /\.pdf$/i, begins: [0x25, 0x50, 0x44, 0x46], mediaType: 'application/pdf' },
  { ending: /\.png$/i, begins: [0x89, 0x50, 0x4e, 0x47], mediaType: 'image/png' },
  { ending: /\.jpe?g$/i, begins: [0xff, 0xd8, 0xff], mediaType: 'image/jpeg' },
  { ending: /\.ofd$/i, begins: zip, mediaType: 'application/ofd' },
  { ending: /\.docx$/i, begins: zip, mediaType: `${office}.wordprocessingml.document` },
  { ending: /\.xlsx$/i, begins: zip, mediaType: `${office}.spreadsheetml.sheet` },
]

/** The media type of a piece of evidence; null when its ending and its first bytes do not agree, or it is of no such kind. */
export function evidenceKind(name: string, bytes: Uint8Array): string | null {
  const kind = kinds.find(({ ending }) => ending.test(name))
  return kind?.begins.every((byte, at) => bytes[at] === byte) ? kind.mediaType : null
}
