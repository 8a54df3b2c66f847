import { type Chart, seriesColour } from '../chart/chart.ts'
import { encodeEscapes } from './escapes.ts'
import { escapeXml } from './xml.ts'

/** Where the figures of a chart stand, as formulas such as `'表1'!$B$2:$B$9`. */
export interface ChartPlaces {
  categories: string
  series: readonly { name: string; values: string }[]
}

const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart'
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main'
const CATEGORY_AXIS = 111_111_111
const VALUE_AXIS = 222_222_222

/**
 * The part of a native chart (ECMA-376 part 1, 21.2): it points at the cells and remembers their values, so that a
 * viewer that does not calculate shows it too.
 */
export function chartXml(chart: Chart, places: ChartPlaces, numberFormat: string): string {
  const series = chart.series.map((one, i) => seriesXml(chart, places, numberFormat, one, i)).join('')
  const axes = `<c:axId val="${CATEGORY_AXIS}"/><c:axId val="${VALUE_AXIS}"/>`
  const plot =
    chart.kind === 'line'
      ? `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series}<c:marker val="1"/>${axes}</c:lineChart>`
      : `<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>${series}<c:gapWidth val="80"/>${axes}</c:barChart>`
  const legend = chart.series.length > 1 ? '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>' : ''
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<c:chartSpace xmlns:c="${CHART}" xmlns:a="${DRAWING}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><c:roundedCorners val="0"/><c:chart>${title(chart.title, 1400)}<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>${plot}${categoryAxis()}${valueAxis(chart.unit, numberFormat)}</c:plotArea>${legend}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>`
}

function seriesXml(
  chart: Chart,
  places: ChartPlaces,
  numberFormat: string,
  { name, values }: Chart['series'][number],
  i: number,
): string {
  const place = places.series[i]!
  const colour = `<a:solidFill><a:srgbClr val="${seriesColour(i)}"/></a:solidFill>`
  const look =
    chart.kind === 'line'
      ? `<c:spPr><a:ln w="28575" cap="rnd">${colour}<a:round/></a:ln></c:spPr><c:marker><c:symbol val="circle"/><c:size val="6"/><c:spPr>${colour}</c:spPr></c:marker>`
      : `<c:spPr>${colour}</c:spPr><c:invertIfNegative val="0"/>`
  const points = values
    .map((value, at) => (value === null ? '' : `<c:pt idx="${at}"><c:v>${value}</c:v></c:pt>`))
    .join('')
  return `<c:ser><c:idx val="${i}"/><c:order val="${i}"/><c:tx>${textReference(place.name, [name])}</c:tx>${look}<c:cat>${textReference(places.categories, chart.categories)}</c:cat><c:val><c:numRef><c:f>${escapeXml(place.values)}</c:f><c:numCache><c:formatCode>${escapeXml(numberFormat)}</c:formatCode><c:ptCount val="${values.length}"/>${points}</c:numCache></c:numRef></c:val>${chart.kind === 'line' ? '<c:smooth val="0"/>' : ''}</c:ser>`
}

function textReference(formula: string, texts: readonly string[]): string {
  const points = texts.map((text, at) => `<c:pt idx="${at}"><c:v>${spoken(text)}</c:v></c:pt>`).join('')
  return `<c:strRef><c:f>${escapeXml(formula)}</c:f><c:strCache><c:ptCount val="${texts.length}"/>${points}</c:strCache></c:strRef>`
}

function title(text: string, size: number): string {
  return `<c:title><c:tx><c:rich><a:bodyPr rot="0" vert="horz"/><a:p><a:pPr><a:defRPr sz="${size}" b="0"/></a:pPr><a:r><a:rPr lang="zh-CN" sz="${size}" b="0"/><a:t>${spoken(text)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`
}

function categoryAxis(): string {
  return `<c:catAx><c:axId val="${CATEGORY_AXIS}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>${line('7F7F7F')}<c:crossAx val="${VALUE_AXIS}"/><c:crosses val="autoZero"/></c:catAx>`
}

function valueAxis(unit: string, numberFormat: string): string {
  return `<c:valAx><c:axId val="${VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:majorGridlines>${line('D9D9D9')}</c:majorGridlines>${unit === '' ? '' : title(unit, 1000)}<c:numFmt formatCode="${escapeXml(numberFormat)}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>${line('FFFFFF')}<c:crossAx val="${CATEGORY_AXIS}"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>`
}

function line(colour: string): string {
  return `<c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill></a:ln></c:spPr>`
}

function spoken(text: string): string {
  return escapeXml(encodeEscapes(text))
}
