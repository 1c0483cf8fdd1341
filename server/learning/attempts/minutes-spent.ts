/** A gap between two answers counts for at most this many minutes: longer ones are breaks. */
const longestGap = 10

/** @returns whole minutes of work in a log's times, breaks left out, rounded down. */
export function minutesSpent(times: readonly string[]): number {
  const stamps = times.map((time) => Date.parse(time) / 60_000)
  const gaps = stamps.slice(1).map((stamp, index) => stamp - (stamps[index] ?? stamp))
  return Math.floor(gaps.reduce((sum, gap) => sum + Math.min(Math.max(gap, 0), longestGap), 0))
}
