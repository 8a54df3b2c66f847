import { variables } from '../portal/stylesheet.ts'
import { chartRules } from '../portal/stylesheet-charts.ts'

const css = `${variables()}\n${chartRules}`

/** The variables that drawings are coloured by, and the rules of the drawings; the same lines that the portal serves. */
export function DesignStyle() {
  return (
    <style href="opensti-design" precedence="low">
      {css}
    </style>
  )
}
