/** How many wrong codes one address may type in so many milliseconds. */
const most = 30
const within = 60_000
const addresses = 10_000

const wrong = new Map<string, { since: number; count: number }>()
const right = new Map<string, string>()

/**
 * Whether an address has typed too many wrong codes lately. Only wrong ones count, and only in this process's memory: a
 * room full of people behind one address types right ones, and the picture on the wall is never limited.
 */
export function isGuessing(address: string, now: Date): boolean {
  const found = wrong.get(address)
  return found !== undefined && now.getTime() - found.since < within && found.count >= most
}

/** Notes a wrong code. */
export function noteWrong(address: string, now: Date): void {
  const found = wrong.get(address)
  const isNew = found === undefined || now.getTime() - found.since >= within
  keep(wrong, address, isNew ? { since: now.getTime(), count: 1 } : { ...found, count: found.count + 1 })
}

/** Notes that somebody joined a room from an address: who guesses there later does not lock the others out of it. */
export function noteRight(address: string, roomId: string): void {
  keep(right, address, roomId)
}

/** @returns whether the room is the one that was joined last from this address. */
export function isKnownFrom(address: string, roomId: string): boolean {
  return right.get(address) === roomId
}

function keep<Value>(known: Map<string, Value>, address: string, value: Value): void {
  known.delete(address)
  known.set(address, value)
  const [oldest] = known.keys()
  if (known.size > addresses && oldest !== undefined) known.delete(oldest)
}
