import { fonts, motion, type Palette, palettes, radius, space, statusKeys, type, width } from '../tokens.ts'
import { chartRules } from './stylesheet-charts.ts'
import { contentRules } from './stylesheet-content.ts'
import { shellRules } from './stylesheet-shell.ts'

/** The portal's whole stylesheet, made from the tokens. No build step: the server asks for it once and keeps it. */
export function stylesheet(): string {
  return squeeze([variables(), base, shellRules, contentRules, chartRules, printRules()].join('\n'))
}

/** A pixel size from the tokens, in rem, so that a reader's own text size is respected. */
const rem = (pixels: number) => `${pixels / 16}rem`

/** Colours, spaces and sizes as CSS variables, with one set for each appearance. */
export function variables(): string {
  const sizes = [
    ...Object.entries(space).map(([name, pixels]) => `--s${name}:${rem(pixels)}`),
    `--text-width:${rem(width.text)}`,
    `--page-width:${rem(width.page)}`,
    `--radius:${radius.medium}px`,
    `--radius-small:${radius.small}px`,
    `--quick:${motion.quick}ms`,
  ]
  return `:root{color-scheme:light;${sizes.join(';')};${colours(palettes.light)}}
@media (prefers-color-scheme:dark){:root:not([data-theme=light]){color-scheme:dark;${colours(palettes.dark)}}}
:root[data-theme=dark]{color-scheme:dark;${colours(palettes.dark)}}
${statusKeys.map((key) => `.s-${key}{--status:var(--${key});--status-soft:var(--${key}-soft)}`).join('')}`
}

/** One palette as CSS variables. */
export function colours({ status, statusSoft, ...plain }: Palette): string {
  return [
    ...Object.entries(plain).map(([name, value]) => `--${name}:${value}`),
    ...statusKeys.flatMap((key) => [`--${key}:${status[key]}`, `--${key}-soft:${statusSoft[key]}`]),
  ].join(';')
}

const base = `
*,*::before,*::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-behavior:smooth;scroll-padding-top:1rem}
body{margin:0;background:var(--paper);color:var(--ink);font:400 ${rem(type.body)}/${type.lineHeight} ${fonts.zh};font-variant-numeric:tabular-nums lining-nums;overflow-wrap:break-word;text-autospace:normal}
:lang(en) body{font-family:${fonts.en}}
h1,h2,h3,h4{margin:0;line-height:${type.tightLineHeight};font-weight:600}
h1{font-size:clamp(${rem(27)},1.2rem + 2.2vw,${rem(type.h1)});letter-spacing:-.01em;text-wrap:balance}
h2{font-size:${rem(type.h2)}}
h3{font-size:${rem(type.h3)}}
h4{font-size:${rem(type.h4)}}
p,ul,ol,dl,figure,blockquote{margin:0;padding:0}
ul,ol{list-style:none}
a{color:var(--accent);text-decoration-thickness:1px;text-underline-offset:.2em;transition:color var(--quick)}
a:hover{color:var(--accentHover);text-decoration-thickness:2px}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px;border-radius:2px}
button,input,select{font:inherit;color:inherit}
svg{display:block;max-width:100%}
small,.small-text{font-size:${rem(type.small)}}
.muted{color:var(--muted)}
.num{white-space:nowrap}
.hidden{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.sprite{position:absolute;width:0;height:0}
@media (prefers-reduced-motion:reduce){*{transition:none!important;scroll-behavior:auto!important}}
`

function printRules(): string {
  return `@media print{
:root,:root[data-theme]{color-scheme:light;${colours(palettes.print)}}
@page{margin:18mm 16mm}
body{font-size:10.5pt}
.site-header nav,.site-header form,.tools,.crumbs,.views,.skip,.site-footer nav,.filter,.tip,.spark,.c-spark,.strip,.actions,.figure details{display:none!important}
.site-header{border-bottom:1px solid #000}
a{color:inherit;text-decoration:none}
details>summary{list-style:none}
details:not([open])>*:not(summary){display:block}
details::details-content{content-visibility:visible;block-size:auto}
.indicators .c-progress{width:26%}
tr,figure,li,.panel{break-inside:avoid}
h2,h3{break-after:avoid}
thead{display:table-header-group}
}`
}

/** Takes out what only people need. Strings in the rules hold no double spaces, so this stays a line of code. */
function squeeze(css: string): string {
  return css.replace(/\s*\n\s*/g, '').trim()
}
