const largest = 10_000
const written = /^(0|[1-9]\d{0,2})(?:\.(\d{1,2}))?$/

/**
 * @returns an amount of credit such as `1`, `1.5` or `0.25` in whole hundredths, or undefined for what is no amount: a
 * comma, a leading zero, more than two decimals, nothing at all, or more than 100
 */
export function parseHundredths(text: string): number | undefined {
  const [, whole, decimals = ''] = text.trim().match(written) ?? []
  if (whole === undefined) return undefined
  const hundredths = Number(whole) * 100 + Number(decimals.padEnd(2, '0'))
  return hundredths >= 1 && hundredths <= largest ? hundredths : undefined
}

/** @returns whole hundredths as they are written: `1.25`, `1.00`. */
export function hundredthsText(hundredths: number): string {
  return `${Math.trunc(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`
}
