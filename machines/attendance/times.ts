const minuteMs = 60_000

/** @returns the whole minute, counted since 1970, that a moment in ISO-8601 lies in. */
export function minuteOf(moment: string): number {
  return Math.floor(Date.parse(moment) / minuteMs)
}

/** @returns a minute as it is stored: ISO-8601 in UTC, its seconds zero. */
export function momentOf(minute: number): string {
  return new Date(minute * minuteMs).toISOString()
}

/**
 * @param day YYYY-MM-DD
 * @param time HH:MM, of 24 hours
 * @param timeZone an IANA name
 * @returns the minute at which clocks of the zone show it; the earlier one where they show it twice, and the one that
 * follows where they skip it
 */
export function minuteIn(day: string, time: string, timeZone: string): number {
  const wanted = minuteOf(`${day}T${time}:00Z`)
  // Clocks are changed by less than a day, so that the offsets of the day before and after are all there can be.
  const offsets = [wanted - 1440, wanted + 1440].map((minute) => shownIn(minute, timeZone) - minute)
  const fitting = offsets.map((offset) => wanted - offset).filter((minute) => shownIn(minute, timeZone) === wanted)
  return fitting.length > 0 ? Math.min(...fitting) : wanted - Math.min(...offsets)
}

/** @returns the day (YYYY-MM-DD) and time (HH:MM) that clocks of a zone show at a moment in ISO-8601. */
export function clockIn(moment: string, timeZone: string): { day: string; time: string } {
  const shown = momentOf(shownIn(minuteOf(moment), timeZone))
  return { day: shown.slice(0, 10), time: shown.slice(11, 16) }
}

// What clocks of the zone show, as if it were UTC.
function shownIn(minute: number, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit'
  })
  const parts = new Map(format.formatToParts(new Date(minute * minuteMs)).map(({ type, value }) => [type, value]))
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? ''
  return minuteOf(`${of('year')}-${of('month')}-${of('day')}T${of('hour')}:${of('minute')}:00Z`)
}
