/**
 * The one list of design decisions. Ant Design's theme and the portal's stylesheet are both made from it,
 * so that a colour changed here changes everywhere. Contrast is proved in tokens.test.ts.
 */

export const statusKeys = [
  'reached',
  'ahead',
  'on-track',
  'not-yet',
  'behind',
  'far-behind',
  'missed',
  'no-data',
] as const
export type StatusKey = (typeof statusKeys)[number]

export interface Palette {
  /** The page, and what lies on it. */
  paper: string
  surface: string
  sunken: string
  ink: string
  muted: string
  line: string
  lineStrong: string
  accent: string
  accentHover: string
  accentSoft: string
  onAccent: string
  /** What is measured, what it started from, what it should be. */
  actual: string
  path: string
  target: string
  /** The bar behind a bar. */
  track: string
  focus: string
  status: Record<StatusKey, string>
  statusSoft: Record<StatusKey, string>
}

const light: Palette = {
  paper: '#faf9f6',
  surface: '#ffffff',
  sunken: '#f1efe9',
  ink: '#1b2430',
  muted: '#545e6c',
  line: '#e2dfd7',
  lineStrong: '#7c8189',
  accent: '#1b4f87',
  accentHover: '#123a66',
  accentSoft: '#e7eef6',
  onAccent: '#ffffff',
  actual: '#1b4f87',
  path: '#767d88',
  target: '#a63d17',
  track: '#e6e3db',
  focus: '#b45309',
  status: {
    reached: '#17653a',
    ahead: '#0b666d',
    'on-track': '#1f5aa6',
    'not-yet': '#5b5187',
    behind: '#835400',
    'far-behind': '#a93c0d',
    missed: '#9b1730',
    'no-data': '#565f6b',
  },
  statusSoft: {
    reached: '#e4f1e8',
    ahead: '#e0f1f2',
    'on-track': '#e6eef9',
    'not-yet': '#edebf5',
    behind: '#faefd9',
    'far-behind': '#fbe9df',
    missed: '#fae6ea',
    'no-data': '#eeedea',
  },
}

const dark: Palette = {
  paper: '#11151b',
  surface: '#181e26',
  sunken: '#0d1116',
  ink: '#e9e7e2',
  muted: '#a5adb9',
  line: '#2b333e',
  lineStrong: '#717b89',
  accent: '#93c2f0',
  accentHover: '#bcdaf7',
  accentSoft: '#1b2c40',
  onAccent: '#0f1a26',
  actual: '#93c2f0',
  path: '#8b95a3',
  target: '#f2a27e',
  track: '#2d3540',
  focus: '#f5b544',
  status: {
    reached: '#74cb93',
    ahead: '#63c7cd',
    'on-track': '#8fbdf6',
    'not-yet': '#bdb3ec',
    behind: '#e3b455',
    'far-behind': '#f39468',
    missed: '#f58a9a',
    'no-data': '#a5adb9',
  },
  statusSoft: {
    reached: '#173022',
    ahead: '#122e31',
    'on-track': '#1a2a41',
    'not-yet': '#292540',
    behind: '#33270f',
    'far-behind': '#3a2015',
    missed: '#3b1a22',
    'no-data': '#262c35',
  },
}

/** Offices print in grey: lightness alone must tell the marks apart from the paper. */
const print: Palette = {
  paper: '#ffffff',
  surface: '#ffffff',
  sunken: '#ffffff',
  ink: '#000000',
  muted: '#3d3d3d',
  line: '#c4c4c4',
  lineStrong: '#6b6b6b',
  accent: '#000000',
  accentHover: '#000000',
  accentSoft: '#f2f2f2',
  onAccent: '#ffffff',
  actual: '#000000',
  path: '#6b6b6b',
  target: '#3d3d3d',
  track: '#dddddd',
  focus: '#000000',
  status: {
    reached: '#111111',
    ahead: '#2b2b2b',
    'on-track': '#454545',
    'not-yet': '#525252',
    behind: '#5a5a5a',
    'far-behind': '#3d3d3d',
    missed: '#000000',
    'no-data': '#6b6b6b',
  },
  statusSoft: {
    reached: '#ffffff',
    ahead: '#ffffff',
    'on-track': '#ffffff',
    'not-yet': '#ffffff',
    behind: '#ffffff',
    'far-behind': '#ffffff',
    missed: '#ffffff',
    'no-data': '#ffffff',
  },
}

export const palettes = { light, dark, print } as const

/** Space in pixels: steps of four, wider as they grow. */
export const space = { 1: 4, 2: 8, 3: 12, 4: 16, 5: 24, 6: 32, 7: 48, 8: 72 } as const

/** Type sizes in pixels, body 16. */
export const type = {
  small: 14,
  body: 16,
  lead: 18,
  h4: 18,
  h3: 21,
  h2: 27,
  h1: 40,
  figure: 56,
  lineHeight: 1.65,
  tightLineHeight: 1.25,
} as const

export const radius = { small: 3, medium: 6, round: 999 } as const

/** Motion only answers a hand; nothing moves by itself. */
export const motion = { quick: 120, calm: 200 } as const

/** Widths in pixels: the smallest phone, where columns appear, the widest text, the widest page. */
export const width = { phone: 390, columns: 760, text: 720, page: 1180 } as const

/** Chinese first where the page is Chinese, or quotation marks and dashes get Latin widths. */
export const fonts = {
  zh: "'PingFang SC','Noto Sans CJK SC','Noto Sans SC','Microsoft YaHei',system-ui,sans-serif",
  en: "-apple-system,'Segoe UI',Roboto,'Helvetica Neue','Noto Sans','PingFang SC','Noto Sans CJK SC','Microsoft YaHei',sans-serif",
  mono: "ui-monospace,'SF Mono',Consolas,'Noto Sans Mono CJK SC',monospace",
} as const
