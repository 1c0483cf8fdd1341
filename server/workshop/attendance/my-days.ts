import { clockIn } from '#machines/attendance/times.ts'
import { type AttendedWay, attendedIn, intervalsOf } from '#server/credit/participations/attended.ts'
import type { Person } from '#server/people/auth/person.ts'
import type { Db } from '#server/record/db/schema.ts'
import { type Day, isOpen, listDays } from './day.ts'
import { lastDayToTake, listOwnLines } from './take-credit.ts'

/**
 * A day that somebody came to. `in`: they have not entered the end code yet, and still can; `unfinished`: they no longer
 * can; `taken`: their credit is in their activities; `over`: the days to take it have run out.
 */
export type MyDay = {
  day: Day
  state: 'in' | 'unfinished' | 'to-take' | 'taken' | 'over'
  since: string | null
  attended: AttendedWay['attended'] | undefined
  until: string
}

/** @returns the days of a workshop that somebody came to, the newest first. Throws `workshop_not_found`. */
export async function listMyDays(
  db: Db,
  { workshopId, person, now }: { workshopId: string; person: Person; now: Date }
): Promise<MyDay[]> {
  const mine: MyDay[] = []
  for (const day of await listDays(db, workshopId)) {
    const lines = await listOwnLines(db, day, person)
    if (lines.length === 0) continue
    const intervals = (await Promise.all(lines.map((line) => intervalsOf(db, line)))).flat()
    const attended = attendedIn(day, intervals)?.attended
    const open = intervals.find(({ endsAt }) => endsAt === null)
    const since = open ? clockIn(open.startsAt, day.timeZone).time : null
    const until = lastDayToTake(day)
    const isTaken = lines.some(({ participationId }) => participationId !== null)
    const isOver = clockIn(now.toISOString(), day.timeZone).day > until
    const state = isTaken
      ? 'taken'
      : open && isOpen(day, now)
        ? 'in'
        : isOver
          ? 'over'
          : attended
            ? 'to-take'
            : 'unfinished'
    mine.push({ day, state, since, attended, until })
  }
  return mine
}
