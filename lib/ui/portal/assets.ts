import { createHash } from 'node:crypto'
import { palettes } from '../tokens.ts'
import { script } from './script.ts'
import { stylesheet } from './stylesheet.ts'

/** A file that the server hands out beside the pages. Its address changes with its content, so it may be kept for ever. */
export interface PortalAsset {
  /** The route: /portal.css. */
  path: string
  /** The address pages link to: /portal.css?v=1a2b3c4d. */
  href: string
  contentType: string
  body: string
}

const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="${palettes.light.accent}"/><path d="M6 23 13 16l5 4 8-10" fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/><circle cx="26" cy="10" r="3" fill="#fff"/></svg>`

function asset(path: string, contentType: string, body: string): PortalAsset {
  const version = createHash('sha256').update(body).digest('hex').slice(0, 8)
  return { path, href: `${path}?v=${version}`, contentType, body }
}

export const portalAssets = {
  style: asset('/portal.css', 'text/css; charset=utf-8', stylesheet()),
  script: asset('/portal.js', 'text/javascript; charset=utf-8', script),
  icon: asset('/portal-icon.svg', 'image/svg+xml', icon),
} as const
