import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A route of the build: the pattern of its address, and what an address must look like to be one of it. */
export type Route = { page: string; fits: RegExp }

type Manifest = Record<'staticRoutes' | 'dynamicRoutes', { page: string; regex: string }[]>

/** @returns the routes of the build in `folder`, in the order in which they are tried */
export function readRoutes(folder: string): Route[] {
  const { staticRoutes, dynamicRoutes }: Manifest = JSON.parse(
    readFileSync(join(folder, '.next/routes-manifest.json'), 'utf8')
  )
  return [...staticRoutes, ...dynamicRoutes].map(({ page, regex }) => ({ page, fits: new RegExp(regex) }))
}

/**
 * @returns what a log may say of an address: the pattern of its route, such as `/learn/attempts/[attemptId]`; `file` for
 * a file of the build; `other` for what is no route, because anything may stand in it
 */
export function routeOf(url: string, routes: readonly Route[]): string {
  const path = url.split('?')[0] ?? '/'
  if (path.startsWith('/_next/')) return 'file'
  return routes.find(({ fits }) => fits.test(path))?.page ?? 'other'
}
