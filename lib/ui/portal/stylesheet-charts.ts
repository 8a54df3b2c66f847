/** How charts look. The drawings carry classes only, so that dark and print are decided here. */
export const chartRules = `
.figure{padding:var(--s5);border:1px solid var(--line);border-radius:var(--radius);background:var(--surface)}
.figure>h2,.figure>h3{font-size:1.3125rem}
.figure .sub{margin-top:.25rem;color:var(--muted)}
.figure figcaption{margin-top:var(--s3);font-size:.875rem;color:var(--muted)}
.key{display:flex;flex-wrap:wrap;gap:.15rem var(--s5);margin:var(--s3) 0 var(--s2);font-size:.875rem;color:var(--muted)}
.key li{display:flex;align-items:center;gap:.45rem}
.key svg{flex:none}
.chart{overflow:visible}
.chart text{font-size:.875rem;fill:var(--ink)}
.chart .tick{font-size:.8125rem;fill:var(--muted)}
.chart .year{text-anchor:middle}
.grid{stroke:var(--line);stroke-width:1;shape-rendering:crispEdges}
.grid.zero{stroke:var(--lineStrong)}
.chart .label{font-weight:600;paint-order:stroke;stroke:var(--surface);stroke-width:4px;stroke-linejoin:round}
.chart .label.now{fill:var(--actual)}
.chart .label.end,.chart .label.stage{fill:var(--target)}
.chart .label.from{font-weight:400;fill:var(--muted)}
path.actual{fill:none;stroke:var(--actual);stroke-width:3;vector-effect:non-scaling-stroke;stroke-linejoin:round;stroke-linecap:round}
path.way{fill:none;stroke:var(--path);stroke-width:1.75;stroke-dasharray:2 5;vector-effect:non-scaling-stroke;stroke-linecap:round}
.point{fill:var(--actual);stroke:var(--surface);stroke-width:2}
.point.provisional{fill:var(--surface);stroke:var(--actual);stroke-width:2.5}
.start{fill:var(--surface);stroke:var(--path);stroke-width:2}
.goal path{fill:var(--target);stroke:var(--surface);stroke-width:1.5}
.goal.staged path{fill:var(--surface);stroke:var(--target);stroke-width:2}
.band{fill:var(--target);opacity:.12}
.hit{fill:transparent;stroke:none}
.bullet{max-width:22rem}
.track{fill:var(--track)}
.bullet .bar{fill:var(--status)}
.bullet .expected{stroke:var(--ink);stroke-width:2}
.bullet .goal{stroke:var(--ink);stroke-width:1;stroke-dasharray:2 2}
.time .bar{fill:var(--muted)}
.strip rect{fill:var(--status);stroke:var(--paper);stroke-width:2}
.strip .s-no-data{fill:var(--track)}
.panel .strip rect{stroke:var(--surface)}
.amount rect{fill:var(--path)}
.amount.own rect{fill:var(--actual)}
.spark path{fill:none;stroke:var(--muted);stroke-width:1.5}
.spark circle{fill:var(--ink)}
.small path.actual{stroke-width:2.25}
@media (max-width:599px){.figure{padding:var(--s4)}.chart .minor{display:none}}
@media print{.bullet .bar{fill:#555}}
`
