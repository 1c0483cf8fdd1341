import { searchIndexText } from '#server/learning/reference/search.ts'

export const dynamic = 'force-dynamic'

/** The index of the whole site, for a page that searches while words are typed. */
export function GET(): Response {
  return new Response(searchIndexText(), {
    headers: { 'content-type': 'application/json', 'cache-control': 'private, max-age=600' }
  })
}
