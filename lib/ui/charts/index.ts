/** Charts as SVG strings, made on the server from plain templates. Why not a chart library: docs/decisions/0010-charts-are-templates.md. */
export * from './bars.ts'
export * from './series-chart.ts'
export * from './small-chart.ts'
