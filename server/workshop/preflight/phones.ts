/** A phone that reported back: whether messages arrive there by themselves, once it knows. */
type Phone = { at: number; isLive: boolean | null }

/** How many phones reported back lately, at how many messages arrive by themselves, and at how many they do not. */
export type Reached = { phones: number; live: number; blocked: number }

const remembered = 15 * 60_000
const mostTries = 200
const mostPhones = 100

declare global {
  // A production build gives pages and doors separate copies of a module.
  var attunePreflight: Map<string, Map<string, Phone>> | undefined
}

/**
 * Notes that a phone reached this process. Nothing is stored, and nothing is kept of the phone but the random id that
 * its page was given.
 * @param attempt which try of which laptop it belongs to
 */
export function notePhone(
  attempt: string,
  phone: string,
  { isLive, now }: { isLive: boolean | null; now: Date }
): void {
  const tries = known()
  const phones = tries.get(attempt) ?? new Map<string, Phone>()
  phones.set(phone, { at: now.getTime(), isLive: isLive ?? phones.get(phone)?.isLive ?? null })
  dropOldest(phones, mostPhones)
  tries.delete(attempt)
  tries.set(attempt, phones)
  dropOldest(tries, mostTries)
}

/** @returns which phones reached this process in the last quarter of an hour, for one try. */
export function phonesReached(attempt: string, now: Date): Reached {
  const phones = [...(known().get(attempt)?.values() ?? [])].filter(({ at }) => now.getTime() - at < remembered)
  return {
    phones: phones.length,
    live: phones.filter(({ isLive }) => isLive === true).length,
    blocked: phones.filter(({ isLive }) => isLive === false).length
  }
}

function known(): Map<string, Map<string, Phone>> {
  globalThis.attunePreflight ??= new Map()
  return globalThis.attunePreflight
}

function dropOldest(map: Map<string, unknown>, most: number): void {
  const [oldest] = map.keys()
  if (map.size > most && oldest !== undefined) map.delete(oldest)
}
