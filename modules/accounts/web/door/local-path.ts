const here = 'https://here.invalid'

/** Where to go after signing in: a path of this house, never another site. Anything else leads to the start. */
export function localPath(next: string | undefined): string {
  if (!next?.startsWith('/') || next.startsWith('//')) return '/'
  // Browsers drop tabs and read backslashes as slashes, so the address is judged as they would read it.
  const url = URL.parse(next, here)
  if (url?.origin !== here || url.pathname.startsWith('/sign-in')) return '/'
  return url.pathname + url.search + url.hash
}
