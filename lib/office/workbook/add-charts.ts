import { withoutTimes } from '../zip/rewrite-zip.ts'
import { openParts, type Parts, relationsPath } from './parts.ts'
import { readStructure } from './structure.ts'

/** A chart part for a sheet and the cell at which its frame begins, counted from 0. */
export interface PlacedChart {
  sheet: string
  xml: string
  column: number
  row: number
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'
const TYPES = 'application/vnd.openxmlformats-officedocument'
/** English Metric Units, 914,400 to the inch: 15 by 8 centimetres. */
const FRAME = { width: 5_400_000, height: 2_880_000 }

/**
 * Adds native charts to a workbook of our own whose sheets have no drawings yet, and packs it with fixed times: equal
 * input gives equal bytes.
 */
export function addCharts(bytes: Uint8Array, charts: readonly PlacedChart[]): Uint8Array {
  const parts = openParts(bytes)
  const changes = new Map<string, string>()
  let types = parts.text('[Content_Types].xml')
  let count = 0
  for (const [i, { name, part }] of readStructure(parts).sheets.entries()) {
    const own = charts.filter(({ sheet }) => sheet === name)
    if (own.length === 0) continue
    const drawing = `xl/drawings/drawing${i + 1}.xml`
    const numbers = own.map(() => ++count)
    changes.set(drawing, drawingXml(own))
    changes.set(
      relationsPath(drawing),
      relationsXml(numbers.map((number) => ['chart', `/xl/charts/chart${number}.xml`] as const)),
    )
    own.forEach(({ xml }, at) => {
      changes.set(`xl/charts/chart${numbers[at]}.xml`, xml)
    })
    changes.set(relationsPath(part), withDrawing(parts, part, drawing))
    changes.set(part, insertDrawing(parts.text(part)))
    types = types.replace(
      '</Types>',
      `${override(drawing, 'drawing')}${numbers.map((n) => override(`xl/charts/chart${n}.xml`, 'drawingml.chart')).join('')}</Types>`,
    )
  }
  changes.set('[Content_Types].xml', types)
  return withoutTimes(bytes, changes)
}

function override(part: string, kind: string): string {
  return `<Override PartName="/${part}" ContentType="${TYPES}.${kind}+xml"/>`
}

function relationsXml(relations: readonly (readonly [kind: string, target: string])[]): string {
  const items = relations.map(
    ([kind, target], i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/${kind}" Target="${target}"/>`,
  )
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${PACKAGE}">${items.join('')}</Relationships>`
}

function withDrawing(parts: Parts, sheet: string, drawing: string): string {
  const path = relationsPath(sheet)
  if (!parts.names.has(path)) return relationsXml([['drawing', `/${drawing}`]]).replace('"rId1"', '"rIdCharts"')
  const relation = `<Relationship Id="rIdCharts" Type="${OFFICE}/drawing" Target="/${drawing}"/>`
  return parts.text(path).replace('</Relationships>', `${relation}</Relationships>`)
}

/** What may follow a drawing in a sheet (ECMA-376 part 1, 18.3.1.99). */
const AFTER_DRAWING = /<(?:legacyDrawing|picture|oleObjects|controls|webPublishItems|tableParts|extLst)\b|<\/worksheet>/

function insertDrawing(source: string): string {
  return source.replace(AFTER_DRAWING, (next) => `<drawing xmlns:r="${OFFICE}" r:id="rIdCharts"/>${next}`)
}

function drawingXml(charts: readonly PlacedChart[]): string {
  const frames = charts.map(
    ({ column, row }, i) =>
      `<xdr:oneCellAnchor><xdr:from><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext cx="${FRAME.width}" cy="${FRAME.height}"/><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${i + 2}" name="Chart ${i + 1}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="rId${i + 1}"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:oneCellAnchor>`,
  )
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="${OFFICE}">${frames.join('')}</xdr:wsDr>`
}
