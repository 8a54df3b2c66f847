/** Markup that is known to be safe: made by `html`, or declared so by `trusted`. */
export interface Html {
  readonly markup: string
}

class SafeHtml implements Html {
  readonly markup: string
  constructor(markup: string) {
    this.markup = markup
  }
  toString(): string {
    return this.markup
  }
}

/** What may stand in a template: text and numbers are escaped; nothing, false and true leave nothing. */
export type Part = Html | string | number | boolean | null | undefined | readonly Part[]

/**
 * A template whose every value is escaped for text and for quoted attributes. Attributes must be quoted in the template.
 * Addresses that come from data go through `safeHref` too.
 */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  let markup = strings[0] ?? ''
  for (let i = 0; i < parts.length; i++) markup += render(parts[i]) + (strings[i + 1] ?? '')
  return new SafeHtml(markup)
}

export const nothing: Html = new SafeHtml('')

/** Declares text as markup. Only for constants of our own and for what `html` has already escaped. */
export function trusted(markup: string): Html {
  return new SafeHtml(markup)
}

export function join(parts: readonly Part[], separator: Part): Html {
  return new SafeHtml(parts.map(render).join(render(separator)))
}

function render(part: Part): string {
  if (typeof part === 'string') return escapeHtml(part)
  if (typeof part === 'number') return String(part)
  if (part === null || part === undefined || typeof part === 'boolean') return ''
  if (part instanceof SafeHtml) return part.markup
  // A look-alike object from data is not trusted: only `html` makes markup.
  return Array.isArray(part) ? part.map(render).join('') : ''
}

const dangerous = /[&<>"'`]/
const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
}

export function escapeHtml(text: string): string {
  return dangerous.test(text) ? text.replace(/[&<>"'`]/g, (sign) => entities[sign] ?? sign) : text
}

/** An address from data, or "#" when it is neither a path of this site nor a web address. */
export function safeHref(address: string): string {
  return /^(?:\/(?![/\\])|https?:\/\/|#)/i.test(address) ? address : '#'
}
