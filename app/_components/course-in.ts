const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** @returns the id of the course that a reader came from, as an address names it; undefined for anything else. */
export function courseIn(from: string | string[] | undefined): string | undefined {
  return typeof from === 'string' && from.length <= 64 && slug.test(from) ? from : undefined
}
