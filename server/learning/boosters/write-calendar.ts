import { createHash } from 'node:crypto'
import ical, { ICalEventBusyStatus, ICalEventTransparency } from 'ical-generator'
import type { Booster } from '#content/booster-schema.ts'
import { boosterDay } from '#machines/course/booster-days.ts'

type Plan = { startedOn: string; boosters: readonly Booster[]; publicUrl: string; seed: string }

/**
 * @param seed what the ids of the entries follow from, so that a file taken twice makes no second entries; it does not
 * stand in the file
 * @returns a calendar with one whole day for each booster, under a title that says nothing of the subject
 */
export function writeCalendar({ startedOn, boosters, publicUrl, seed }: Plan): string {
  const calendar = ical({ name: 'Training', prodId: { company: 'Training', product: 'Reminders', language: 'EN' } })
  const { hostname } = new URL(publicUrl)
  for (const [index, { afterDays }] of boosters.entries()) {
    calendar.createEvent({
      id: `${createHash('sha256').update(`${seed}:${index}`).digest('hex').slice(0, 24)}@${hostname}`,
      stamp: new Date(`${startedOn}T00:00:00Z`),
      start: boosterDay(startedOn, afterDays),
      allDay: true,
      summary: '90 seconds: training',
      url: `${publicUrl}/progress`,
      transparency: ICalEventTransparency.TRANSPARENT,
      busystatus: ICalEventBusyStatus.FREE
    })
  }
  return calendar.toString()
}
