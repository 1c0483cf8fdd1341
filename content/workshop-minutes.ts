import type { AgendaItem } from './workshop-schema.ts'

/** @returns whether a block is held while people arrive, before the time that was announced. */
export function isBeforeStart(item: AgendaItem): boolean {
  return item.kind === 'welcome' && item.isBeforeStart === true
}

/** @returns the minutes of the blocks from the announced time on: what the title of a workshop promises. */
export function announcedMinutes(items: readonly AgendaItem[]): number {
  return minutesOfAll(items.filter((item) => !isBeforeStart(item)))
}

/** @returns the minute at which a block begins, counted from the announced time: below zero while people arrive. */
export function beginsAt(items: readonly AgendaItem[], index: number): number {
  return minutesOfAll(items.slice(0, index)) - minutesOfAll(items.filter(isBeforeStart))
}

/** @returns the minutes for which credit may be counted. */
export function creditMinutes(items: readonly AgendaItem[]): number {
  return minutesOfAll(items.filter(({ isCreditTime }) => isCreditTime))
}

function minutesOfAll(items: readonly AgendaItem[]): number {
  return items.reduce((sum, { minutes }) => sum + minutes, 0)
}
