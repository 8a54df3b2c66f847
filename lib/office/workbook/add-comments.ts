import { type PartChanges, rewriteZip } from '../zip/rewrite-zip.ts'
import { findSpot, type Spot } from './addresses.ts'
import { encodeEscapes } from './escapes.ts'
import { openParts, type Parts, relationsOf, relationsPath } from './parts.ts'
import { type CellFault, Refusal } from './refusals.ts'
import { readStructure } from './structure.ts'
import { escapeXml } from './xml.ts'

/** Words beside a cell, as a spreadsheet shows them when one points at it. */
export interface CellComment {
  sheet: string
  address: string
  text: string
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'
const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml'
const VML_TYPE = 'application/vnd.openxmlformats-officedocument.vmlDrawing'
const AUTHOR = 'OpenSTI'

/**
 * Puts comments beside cells and carries everything else over; comments that are there stay, and those of one cell become
 * one. Runs in the child process.
 * @throws Refusal, also for unknown sheets and addresses
 */
export function addComments(bytes: Uint8Array, comments: readonly CellComment[]): Uint8Array {
  const parts = openParts(bytes)
  const { sheets } = readStructure(parts)
  refuseUnknown(new Set(sheets.map(({ name }) => name)), comments)
  const changes = new Map<string, string>()
  let types = parts.text('[Content_Types].xml')
  for (const [i, { name, part }] of sheets.entries()) {
    const own = byCell(comments.filter(({ sheet }) => sheet === name))
    if (own.size === 0) continue
    const relations = relationsOf(parts, part)
    const known = relations.find(({ kind }) => kind === 'comments')?.target
    const drawing = relations.find(({ kind }) => kind === 'vmlDrawing')?.target
    if (known && drawing) {
      const spots = commentedIn(parts.text(known))
      changes.set(known, withComments(parts.text(known), own))
      const fresh = [...own.keys()].filter((address) => !spots.has(address))
      changes.set(drawing, parts.text(drawing).replace(/<\/xml>\s*$/, `${shapes(fresh, 60_000)}</xml>`))
    } else {
      // Numbers that no program has given yet, in names that all of them know.
      const number = 900 + i
      const files = { comments: `xl/comments${number}.xml`, drawing: `xl/drawings/vmlDrawing${number}.vml` }
      changes.set(files.comments, withComments(emptyComments, own))
      changes.set(files.drawing, `${VML_HEAD}${shapes([...own.keys()], 1025)}</xml>`)
      changes.set(relationsPath(part), withRelations(parts, part, files))
      changes.set(part, withDrawing(parts.text(part)))
      types = withTypes(types, files.comments)
    }
  }
  changes.set('[Content_Types].xml', types)
  return rewriteZip(bytes, changes satisfies PartChanges)
}

function refuseUnknown(sheets: ReadonlySet<string>, comments: readonly CellComment[]): void {
  const faults = comments.flatMap(({ sheet, address }): CellFault[] => {
    if (!sheets.has(sheet)) return [{ code: 'sheet_unknown', sheet, address }]
    return findSpot(address) ? [] : [{ code: 'cell_address_wrong', sheet, address }]
  })
  if (faults.length > 0) throw new Refusal(faults[0]!.code, { cells: faults })
}

function byCell(comments: readonly CellComment[]): Map<string, string> {
  const texts = new Map<string, string>()
  for (const { address, text } of comments) {
    const before = texts.get(address)
    texts.set(address, before === undefined ? text : `${before}\n${text}`)
  }
  return texts
}

const emptyComments = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="${MAIN}"><authors><author>${AUTHOR}</author></authors><commentList></commentList></comments>`

function commentedIn(source: string): Set<string> {
  return new Set([...source.matchAll(/<(?:[\w.-]+:)?comment\s[^>]*?ref="([^"]+)"/g)].map((match) => match[1]!))
}

/** The comments with others added. What a cell said before follows what is said now. */
function withComments(source: string, texts: ReadonlyMap<string, string>): string {
  const prefix = /<([\w.-]+:)?comments[\s>]/.exec(source)?.[1] ?? ''
  const before = new Map<string, string>()
  const one = new RegExp(`<${prefix}comment\\s[^>]*?ref="([^"]+)"[^>]*>([\\s\\S]*?)</${prefix}comment>`, 'g')
  const rest = source.replace(one, (whole, address: string, inner: string) => {
    if (!texts.has(address)) return whole
    const said = [...inner.matchAll(new RegExp(`<${prefix}t(?:\\s[^>]*)?>([^<]*)</${prefix}t>`, 'g'))]
    before.set(address, said.map((match) => match[1]).join(''))
    return ''
  })
  const added = [...texts].map(([address, text]) => {
    const old = before.get(address)
    const words = escapeXml(encodeEscapes(text)) + (old ? `\n${old}` : '')
    return `<${prefix}comment ref="${address}" authorId="0"><${prefix}text><${prefix}r><${prefix}t xml:space="preserve">${words}</${prefix}t></${prefix}r></${prefix}text></${prefix}comment>`
  })
  const end = `</${prefix}commentList>`
  return rest
    .replace(new RegExp(`<${prefix}commentList\\s*/>`), `<${prefix}commentList>${end}`)
    .replace(end, () => added.join('') + end)
}

const VML_HEAD =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'

/** The boxes that Excel wants for comments, beside their cells. */
function shapes(addresses: readonly string[], firstId: number): string {
  return addresses.map((address, i) => shape(findSpot(address)!, firstId + i)).join('')
}

function shape({ row, column }: Spot, id: number): string {
  const anchor = `${column}, 15, ${Math.max(0, row - 2)}, 2, ${column + 4}, 15, ${row + 3}, 4`
  return `<v:shape id="_x0000_s${id}" type="#_x0000_t202" style="position:absolute;width:220pt;height:70pt;z-index:${id};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column - 1}</x:Column></x:ClientData></v:shape>`
}

function withRelations(parts: Parts, part: string, files: { comments: string; drawing: string }): string {
  const path = relationsPath(part)
  const source = parts.names.has(path)
    ? parts.text(path)
    : `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${PACKAGE}"></Relationships>`
  const prefix = /<([\w.-]+:)?Relationships[\s>]/.exec(source)?.[1] ?? ''
  const line = (id: string, kind: string, file: string) =>
    `<${prefix}Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="../${file.slice(3)}"/>`
  const added = line('rIdComments', 'comments', files.comments) + line('rIdCommentBoxes', 'vmlDrawing', files.drawing)
  const end = `</${prefix}Relationships>`
  return source.replace(/<([\w.-]+:)?Relationships([^>]*)\/>/, `<$1Relationships$2>${end}`).replace(end, added + end)
}

/** What may follow a drawing of comments in a sheet (ECMA-376 part 1, 18.3.1.99). */
const AFTER =
  /<([\w.-]+:)?(?:legacyDrawingHF|drawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst)\b|<\/([\w.-]+:)?worksheet>/

function withDrawing(source: string): string {
  const prefix = /<([\w.-]+:)?worksheet[\s>]/.exec(source)?.[1] ?? ''
  const bare = source.replace(new RegExp(`<${prefix}legacyDrawing\\s[^>]*/>`), '')
  const at = bare.lastIndexOf(`</${prefix}sheetData>`)
  const from = at < 0 ? bare.search(/<([\w.-]+:)?sheetData\s*\/>/) : at
  const tail = bare
    .slice(from)
    .replace(AFTER, (next) => `<${prefix}legacyDrawing xmlns:r="${OFFICE}" r:id="rIdCommentBoxes"/>${next}`)
  return bare.slice(0, from) + tail
}

function withTypes(types: string, comments: string): string {
  const prefix = /<([\w.-]+:)?Types[\s>]/.exec(types)?.[1] ?? ''
  const vml = /Extension="vml"/i.test(types) ? '' : `<${prefix}Default Extension="vml" ContentType="${VML_TYPE}"/>`
  const override = `<${prefix}Override PartName="/${comments}" ContentType="${COMMENTS_TYPE}"/>`
  return types
    .replace(new RegExp(`<${prefix}Types([^>]*)>`), (opening) => opening + vml)
    .replace(`</${prefix}Types>`, `${override}</${prefix}Types>`)
}
