import type { ItemPair } from '#content/item-schema.ts'
import { loadItemPairs } from '#content/load-items.ts'
import { env } from '#server/env.ts'

let read: readonly ItemPair[] | undefined

/** @returns the test bank, read once, in development at every call; throws where a file of it is at fault. */
export function itemBank(): readonly ItemPair[] {
  if (env().nodeEnv === 'development') return loadItemPairs()
  read ??= loadItemPairs()
  return read
}
