/** Server-made pages: safe templates, the page frame, the stylesheet and the small script. */
export * from './assets.ts'
export * from './html.ts'
export * from './layout.ts'
export * from './marks.ts'
