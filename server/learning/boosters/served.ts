import type { Booster } from '#content/booster-schema.ts'
import { loadBoosters } from '#content/load-courses.ts'
import { env } from '#server/env.ts'

let read: readonly Booster[] | undefined

/** @returns the boosters in the order of their days; read once, in development anew each time. */
export function servedBoosters(): readonly Booster[] {
  if (env().nodeEnv === 'development') return loadBoosters()
  read ??= loadBoosters()
  return read
}

/** @returns a booster by id, or undefined. */
export function findBooster(boosters: readonly Booster[], id: string): Booster | undefined {
  return boosters.find((booster) => booster.id === id)
}
