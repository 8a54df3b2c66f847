import { colours, variables } from '../portal/stylesheet.ts'
import { chartRules } from '../portal/stylesheet-charts.ts'
import { palettes } from '../tokens.ts'

const css = `${variables()}
${chartRules}
@media print{:root,:root[data-theme]{color-scheme:light;${colours(palettes.print)}}}`

/** The variables that drawings are coloured by, and the rules of the drawings; the same lines that the portal serves. */
export function DesignStyle() {
  return (
    <style href="opensti-design" precedence="low">
      {css}
    </style>
  )
}
