/**
 * Puts items in an order that depends on a seed alone, so that the place of an option says nothing
 * about its worth and a reload shows the same page.
 */
export function shuffle<T>(items: readonly T[], seed: string): T[] {
  const next = numbersFrom(seed)
  const shuffled = [...items]
  for (let last = shuffled.length - 1; last > 0; last -= 1) {
    const pick = Math.floor(next() * (last + 1))
    const [a, b] = [shuffled[last], shuffled[pick]]
    if (a === undefined || b === undefined) continue
    shuffled[last] = b
    shuffled[pick] = a
  }
  return shuffled
}

/** A small generator (mulberry32) started from a hash (FNV-1a) of the seed. */
function numbersFrom(seed: string): () => number {
  let state = 0x811c9dc5
  for (const character of seed) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
