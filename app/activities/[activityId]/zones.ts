const first = [
  ['America/New_York', 'Eastern'],
  ['America/Chicago', 'Central'],
  ['America/Denver', 'Mountain'],
  ['America/Phoenix', 'Arizona'],
  ['America/Los_Angeles', 'Pacific'],
  ['America/Anchorage', 'Alaska'],
  ['Pacific/Honolulu', 'Hawaii'],
  ['America/Puerto_Rico', 'Puerto Rico'],
  ['Pacific/Guam', 'Guam']
] as const

/** @returns the time zones to choose from: those of the United States by name, then all others. */
export function zoneOptions(): { value: string; label: string }[] {
  const named = first.map(([value, label]) => ({ value, label: `${label} (${value.replaceAll('_', ' ')})` }))
  const known = new Set<string>(first.map(([value]) => value))
  const rest = ['UTC', ...Intl.supportedValuesOf('timeZone')].filter((value) => !known.has(value))
  return [...named, ...[...new Set(rest)].map((value) => ({ value, label: value.replaceAll('_', ' ') }))]
}
