/** @returns `wanted` where it is a path of this site, else the home page. */
export function sameSitePath(wanted: string | string[] | undefined): string {
  if (typeof wanted !== 'string' || !wanted.startsWith('/')) return '/'
  const base = 'http://site.invalid'
  const url = URL.canParse(wanted, base) ? new URL(wanted, base) : undefined
  // A path such as "/.//host" stays on this origin while parsed, and leaves it when used as a link.
  const isHere = url?.origin === base && !url.pathname.startsWith('//')
  return isHere ? `${url.pathname}${url.search}` : '/'
}
