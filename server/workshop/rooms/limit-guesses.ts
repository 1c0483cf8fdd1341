/** How many wrong codes one address may type in so many milliseconds. */
const most = 30
const within = 60_000
const addresses = 10_000

const wrong = new Map<string, { since: number; count: number }>()

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
  wrong.delete(address)
  wrong.set(address, isNew ? { since: now.getTime(), count: 1 } : { ...found, count: found.count + 1 })
  const [oldest] = wrong.keys()
  if (wrong.size > addresses && oldest !== undefined) wrong.delete(oldest)
}
