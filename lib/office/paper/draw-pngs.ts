import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { compilePdf, FONT } from './compile-pdf.ts'

export interface Drawing {
  svg: string
  /** Size on paper in points. */
  widthPt: number
  heightPt: number
}

/** Pixels for a point: about 200 to the inch, enough for print. */
const SCALE = 2.8

/** Paints drawings with the fonts that the PDF has, for programs that do not show SVG. One page of one PDF for each. */
export async function drawPngs(drawings: readonly Drawing[]): Promise<Uint8Array[]> {
  const pages = drawings.map(
    ({ widthPt, heightPt }, i) =>
      `#page(width: ${widthPt}pt, height: ${heightPt}pt, margin: 0pt, image("/drawing-${i}.svg", width: 100%))`,
  )
  const files = Object.fromEntries(drawings.map(({ svg }, i) => [`drawing-${i}.svg`, svg]))
  const { bytes } = compilePdf({ source: `#set text(font: "${FONT}")\n${pages.join('\n')}`, files, madeAt: 0 })
  const document = await getDocument({ data: new Uint8Array(bytes) }).promise
  const factory = document.canvasFactory as CanvasFactory
  const painted: Uint8Array[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const viewport = page.getViewport({ scale: SCALE })
    const { canvas } = factory.create(viewport.width, viewport.height)
    await page.render({ canvas: canvas as unknown as HTMLCanvasElement, viewport }).promise
    painted.push(await canvas.encode('png'))
  }
  return painted
}

/** What pdfjs makes its canvases with in Node; the package leaves its type open. */
interface CanvasFactory {
  create(width: number, height: number): { canvas: { encode(format: 'png'): Promise<Uint8Array> } }
}
