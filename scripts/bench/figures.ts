/** One measured figure. `most` and `least` are the limits it is held to, in the same unit, where it has one. */
export type Figure = { of: string; name: string; value: number; unit: string; most?: number; least?: number }

/** @returns whether a figure keeps its limit; undefined where it has none. */
export function isMet({ value, most, least }: Figure): boolean | undefined {
  if (most === undefined && least === undefined) return undefined
  return value <= (most ?? Number.POSITIVE_INFINITY) && value >= (least ?? Number.NEGATIVE_INFINITY)
}

/** @returns the value that `share` of all are not above: 0.5 for the median. Throws where there are none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const value = sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? sorted[0]
  if (value === undefined) throw new Error('Nothing was measured')
  return value
}

/** @returns the median. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

/** @returns how long some work took, in milliseconds. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}
