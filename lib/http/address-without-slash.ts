/** The same address without the slashes that someone typed after it, always one of this house; null when there are none. */
export function addressWithoutSlash(url: string): string | null {
  const [, path = '', query] = /^([^?]*)(.*)$/s.exec(url) ?? []
  if (!path.endsWith('/') || path === '/') return null
  // Two slashes in front would name another host.
  const tidy = `/${path.replace(/^[/\\]+|[/\\]+$/g, '')}`
  return `${tidy}${query}`
}
