import type { Indicator } from '#content/registry-schema.ts'
import { getRegistry } from './queries.ts'

/** What to look for; an empty field narrows nothing. */
export type IndicatorSearch = { setting: string; channel: string; strength: string; age: string; kind: string }

/** @returns the signs that fit all that is looked for, in the order of the list; one for any setting fits each. */
export function searchIndicators(search: IndicatorSearch): Indicator[] {
  return getRegistry().indicators.filter((indicator) => fits(indicator, search))
}

/** @returns the settings that signs are listed for, by name. */
export function listIndicatorSettings(): string[] {
  return [...new Set(getRegistry().indicators.flatMap(({ settings }) => settings))].sort()
}

function fits(indicator: Indicator, { setting, channel, strength, age, kind }: IndicatorSearch): boolean {
  const { settings, ages, kinds } = indicator
  return (
    (setting === '' || settings.length === 0 || settings.includes(setting)) &&
    (channel === '' || indicator.channel === channel) &&
    (strength === '' || indicator.strength === strength) &&
    (age === '' || ages.some((it) => it === age)) &&
    (kind === '' || kinds.some((it) => it === kind))
  )
}
