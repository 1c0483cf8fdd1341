const dayMs = 86_400_000

/**
 * @param moment ISO-8601 in UTC
 * @param timeZone an IANA name, such as `America/Chicago`
 * @returns the calendar day (YYYY-MM-DD) that it is in that zone at that moment
 */
export function dayIn(moment: string, timeZone: string): string {
  const parts = formatIn(timeZone).formatToParts(new Date(moment))
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? ''
  return `${of('year').padStart(4, '0')}-${of('month')}-${of('day')}`
}

const formats = new Map<string, Intl.DateTimeFormat>()

// Making a format takes a hundred times as long as using it, and a report uses it for every row.
function formatIn(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit'
  })
  formats.set(timeZone, made)
  return made
}

/** @returns the day so many days after another. Days have no hours here, so no clock change can shift one. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)
}

/** @returns the whole days from one day to another; negative where the other is earlier. */
export function daysBetween(day: string, other: string): number {
  return Math.round((Date.parse(`${other}T00:00:00Z`) - Date.parse(`${day}T00:00:00Z`)) / dayMs)
}

/** @returns whether a text names a time zone that days can be counted in. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
