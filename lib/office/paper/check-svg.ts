import { unprocessable } from '@opensti/kernel'
import { SaxesParser } from 'saxes'

/** What a drawing is made of. Nothing here runs, loads or points outside. */
const ELEMENTS = new Set(
  'svg g defs title desc rect circle ellipse line polyline polygon path text tspan linearGradient stop clipPath'.split(
    ' ',
  ),
)

const LARGEST = 2_000_000

/**
 * The size of a drawing by its viewBox, when it stands alone.
 * @throws AppError (unprocessable) picture_not_plain: scripts, styles, references, document types, no viewBox
 */
export function checkSvg(svg: string): { width: number; height: number } {
  let box: number[] | null = null
  const parser = new SaxesParser({ position: false })
  const fail = (reason: string): never => {
    throw unprocessable(
      'picture_not_plain',
      { zh: `图形不能放入公文：${reason}。`, en: `The drawing cannot be put into a paper: ${reason}.` },
      {
        remedy: {
          zh: '请只使用带 viewBox 的线条、形状和文字，不用脚本、样式表和外部引用。',
          en: 'Use lines, shapes and text with a viewBox; no scripts, style sheets or references.',
        },
      },
    )
  }
  parser.on('error', (error) => fail(error.message))
  parser.on('doctype', () => fail('DOCTYPE'))
  parser.on('opentag', ({ name, attributes }) => {
    if (!ELEMENTS.has(name)) fail(`<${name}>`)
    for (const [key, value] of Object.entries(attributes as Record<string, string>)) {
      if (/^on|href$|^style$/i.test(key) || /url\((?!#)/i.test(value)) fail(`${key}="${value.slice(0, 40)}"`)
    }
    box ??= String((attributes as Record<string, string>)['viewBox'] ?? '')
      .split(/[\s,]+/)
      .map(Number)
  })
  if (svg.length > LARGEST) fail(`${svg.length} > ${LARGEST}`)
  parser.write(svg).close()
  const [, , width = 0, height = 0] = box ?? []
  if (!(width > 0 && height > 0 && height / width < 4)) fail('viewBox')
  return { width, height }
}
