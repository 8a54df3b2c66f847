import type { Html } from '../portal/html.ts'

/** A chart made by lib/ui/charts: the same drawing as on the public page. Its template escaped every value. */
export function Drawing({ drawing, className }: { drawing: Html; className?: string }) {
  return <div className={className} dangerouslySetInnerHTML={{ __html: drawing.markup }} />
}
