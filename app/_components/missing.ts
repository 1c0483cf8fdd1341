import { redirect } from 'next/navigation'

/**
 * Ends a page for something that is not here: leads to an address without a page, which answers 404. Next's own
 * `notFound()` would answer 404 with an empty page to a browser without scripts.
 */
export function missing(): never {
  redirect('/missing')
}
