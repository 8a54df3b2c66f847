import type { Html } from '../portal/html.ts'

/** A chart made by lib/ui/charts: the same drawing as on the public page. */
export function Drawing({ drawing, className }: { drawing: Html; className?: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: Html is only made by templates that escape every value
  return <div className={className} dangerouslySetInnerHTML={{ __html: drawing.markup }} />
}
