import { type IdentifierKind, identifierKinds } from '#machines/activity/offering.ts'
import { sameSitePath } from '../../_components/same-site-path.ts'

/** What a credit asks of a profile beside both names, and where to go on once it is given. */
export type AskedFor = { needs: IdentifierKind[]; next: string | undefined }

type Value = string | string[] | null | undefined

/** @returns what an address such as `/account/profile?needs=license,npi&next=/claims/…` asks for. */
export function askedForIn({ needs, next }: { needs?: Value; next?: Value }): AskedFor {
  const wanted = typeof needs === 'string' ? needs.split(',') : []
  return {
    needs: identifierKinds.filter((kind) => wanted.includes(kind)),
    next: typeof next === 'string' ? sameSitePath(next) : undefined
  }
}

/** @returns the path of the profile that asks for the same again. */
export function profilePath({ needs, next }: AskedFor): string {
  const query = [
    ...(needs.length > 0 ? [`needs=${needs.join(',')}`] : []),
    ...(next ? [`next=${encodeURIComponent(next)}`] : [])
  ]
  return query.length > 0 ? `/account/profile?${query.join('&')}` : '/account/profile'
}
