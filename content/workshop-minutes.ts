import type { AgendaItem } from './workshop-schema.ts'

/** @returns whether a block is held while people arrive, before the time that was announced. */
export function isBeforeStart(item: AgendaItem): boolean {
  return item.kind === 'welcome' && item.isBeforeStart === true
}

/** @returns the minutes of the blocks from the announced time on: what the title of a workshop promises. */
export function announcedMinutes(items: readonly AgendaItem[]): number {
  return minutesOfAll(items.filter((item) => !isBeforeStart(item)))
}

/** @returns the minutes for which credit may be counted. */
export function creditMinutes(items: readonly AgendaItem[]): number {
  return minutesOfAll(items.filter(({ isCreditTime }) => isCreditTime))
}

function minutesOfAll(items: readonly AgendaItem[]): number {
  return items.reduce((sum, { minutes }) => sum + minutes, 0)
}
