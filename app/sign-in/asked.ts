import { sameSitePath } from '../_components/same-site-path.ts'

/** What the address of a page of this segment may carry. */
export type SearchParams = Promise<Record<'next' | 'notice' | 'token', string | string[] | undefined>>

/** @returns where somebody was going, as a path of this site; the code of a notice; the token of a link. */
export async function askedOf(searchParams: SearchParams) {
  const { next, notice, token } = await searchParams
  return { next: sameSitePath(next), notice, token: typeof token === 'string' ? token : undefined }
}
