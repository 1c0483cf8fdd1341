import { createHash } from 'node:crypto'
import ical, { ICalEventBusyStatus, ICalEventTransparency } from 'ical-generator'
import type { Deadline } from './deadlines.ts'

const titles: Record<Deadline['kind'], string> = {
  review: 'Training office: review due',
  expiry: 'Training office: an activity ends',
  credit: 'Training office: a credit ends'
}

/** @returns a calendar with one whole day for each deadline, under a title that says nothing of the subject. */
export function writeDeadlines(
  deadlines: readonly Deadline[],
  { publicUrl, now }: { publicUrl: string; now: Date }
): string {
  const calendar = ical({
    name: 'Training office',
    prodId: { company: 'Training', product: 'Deadlines', language: 'EN' }
  })
  const { hostname } = new URL(publicUrl)
  for (const { kind, activityId, on, credit } of deadlines) {
    // A file taken again changes the entries that are there, and makes no second ones.
    const seed = `${kind}:${activityId}:${credit ?? ''}`
    calendar.createEvent({
      id: `${createHash('sha256').update(seed).digest('hex').slice(0, 24)}@${hostname}`,
      stamp: now,
      start: on,
      allDay: true,
      summary: titles[kind],
      url: `${publicUrl}/manage`,
      transparency: ICalEventTransparency.TRANSPARENT,
      busystatus: ICalEventBusyStatus.FREE
    })
  }
  return calendar.toString()
}
