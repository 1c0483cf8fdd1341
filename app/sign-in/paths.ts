import { sameSitePath } from '../_components/same-site-path.ts'

/** @returns a path of this segment that remembers where somebody was going. */
export function pathWith(path: string, next: string): string {
  return next === '/' ? path : `${path}?next=${encodeURIComponent(next)}`
}

/** @returns where somebody was going, as a request's address tells: a path of this site. */
export function nextOf(request: Request): string {
  return sameSitePath(new URL(request.url).searchParams.get('next') ?? undefined)
}
