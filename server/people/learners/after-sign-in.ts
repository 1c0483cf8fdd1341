import type { Db } from '#server/record/db/schema.ts'
import { tokenIn } from './cookie.ts'
import { findKeptHere } from './find-kept-here.ts'

/**
 * Where to go after signing in: where somebody was going, but first to the offer to keep what was done on this computer
 * without an account, unless it was left here before.
 */
export async function afterSignIn(
  db: Db,
  { cookieHeader, next }: { cookieHeader: string | null; next: string }
): Promise<string> {
  const here = await findKeptHere(db, tokenIn(cookieHeader))
  return here && !here.wasLeft ? `/account/keep?next=${encodeURIComponent(next)}` : next
}
