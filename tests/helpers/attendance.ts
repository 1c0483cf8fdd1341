import { loadAgendas } from '#content/load-workshops.ts'
import type { Agenda } from '#content/workshop-schema.ts'
import type { ActivityVersion } from '#machines/activity/version.ts'
import { minuteOf, momentOf } from '#machines/attendance/times.ts'
import { signShowing } from '#server/credit/participations/showing.ts'
import type { Person } from '#server/people/auth/person.ts'
import type { Db } from '#server/record/db/schema.ts'
import type { CheckInTable } from '#server/record/db/schema-workshop.ts'
import { newId } from '#server/record/ids.ts'
import { type CheckingIn, checkIn, noAccount } from '#server/workshop/attendance/check-in.ts'
import { checkOut } from '#server/workshop/attendance/check-out.ts'
import { getDay } from '#server/workshop/attendance/day.ts'
import { codeNow } from '#server/workshop/attendance/door-codes.ts'
import { enterCode } from '#server/workshop/attendance/enter-code.ts'
import { openCheckIn } from '#server/workshop/attendance/open-check-in.ts'
import { aCompletion, aDraft, anOpenOffering } from './activities.ts'
import { aCreditActivity } from './credit.ts'
import { aPerson } from './people.ts'

/** The minutes of what is taught before a break, of the break, and of what is taught after it. */
type Lengths = { first: number; pause: number; second: number }

const anHour: Lengths = { first: 30, pause: 10, second: 30 }

/** Five minutes to arrive, some that count, a break, some that count. */
function anAgenda({ first, pause: idle, second }: Lengths): Agenda {
  const agenda = loadAgendas().find(({ id }) => id === 'sixty')
  const arrive = agenda?.items[0]
  const slide = agenda?.items.find(({ kind }) => kind === 'slide')
  if (!agenda || arrive?.kind !== 'welcome' || slide?.kind !== 'slide') throw new Error('The hour is not as it was')
  const { script } = slide
  const pause = { kind: 'break' as const, id: 'pause', title: 'Break', minutes: idle, isCreditTime: false, script }
  const long = { ...slide, isCreditTime: true }
  return {
    ...agenda,
    items: [arrive, { ...long, id: 'first', minutes: first }, pause, { ...long, id: 'second', minutes: second }]
  }
}

const completion = {
  ...aCompletion({ needsEvaluation: false, minScore: 0, deliveryFormat: 'live' }),
  statementText: ''
}
const hours = anOpenOffering({ needsEvaluation: false, minScore: 0, deliveryFormat: 'live' })
const whole = { ...hours, id: 'whole', isPartialAllowed: false }

/** A live activity: a certificate without an amount, an hour in quarters, and the same hour that is had whole or not. */
export function aLiveActivity(db: Db, changes: Partial<ActivityVersion> = {}): Promise<ActivityVersion> {
  return aCreditActivity(db, { offerings: [completion, hours, whole], draft: aDraft({ format: 'live' }), ...changes })
}

/** The day of these workshops: it begins at nine in Chicago, and its door opens ten minutes before. */
export const nine = new Date('2026-11-24T15:00:00.000Z')

/** @returns the moment so many minutes after nine. */
export function minutesIn(minutes: number): Date {
  return new Date(nine.getTime() + minutes * 60_000)
}

/** A workshop that is linked to a live activity, with somebody who leads it. */
export async function aLiveWorkshop(db: Db, activity?: ActivityVersion, lengths: Lengths = anHour) {
  const linked = activity ?? (await aLiveActivity(db))
  const organizationId = linked.organization.id
  const lead = await aPerson(db, { roles: [[organizationId, 'facilitator']] })
  const workshopId = newId()
  const at = minutesIn(-60).toISOString()
  const row = { title: 'An hour', agenda: JSON.stringify(anAgenda(lengths)), revision: 1, supportPerson: null }
  await db
    .insertInto('workshop')
    .values({
      ...row,
      id: workshopId,
      organizationId,
      activityId: linked.activityId,
      createdBy: null,
      createdAt: at,
      updatedAt: at
    })
    .execute()
  return { activity: linked, organizationId, workshopId, lead, day: { workshopId, heldOn: '2026-11-24' } }
}

/** Opens the check-in of a workshop ten minutes before nine. */
export function openDoor(
  db: Db,
  { workshopId, lead }: { workshopId: string; lead: { person: Person } },
  changes: Partial<Parameters<typeof openCheckIn>[1]> = {}
): Promise<void> {
  const where = { heldOn: '2026-11-24', beginsAt: '09:00', timeZone: 'America/Chicago', place: 'Room 2' }
  const limits = { signingMinutes: 10, claimDays: 14, now: minutesIn(-10) }
  return openCheckIn(db, { actor: lead.person, workshopId, ...where, ...limits, ...changes })
}

/** The door of the day that these workshops are held on. */
export async function doorOf(db: Db, workshopId: string): Promise<CheckInTable> {
  return getDay(db, { workshopId, heldOn: '2026-11-24' })
}

/** Enters the start code at `now`, and checks in at `confirmedAt`, or at once. */
export async function comeIn(
  db: Db,
  workshopId: string,
  {
    person = null,
    said = {},
    now,
    confirmedAt = now
  }: { person?: Person | null; said?: CheckingIn['said']; now: Date; confirmedAt?: Date }
): Promise<void> {
  const day = await doorOf(db, workshopId)
  const typist = { kind: 'account' as const, id: person?.userId ?? 'a-phone' }
  const { code: typed } = codeNow(day, { kind: 'start', now })
  const entry = await enterCode(db, { workshopId, typed, typist, now })
  const of = { activityId: day.activityId, version: day.activityVersion }
  const shownAt = momentOf(minuteOf(now.toISOString()))
  const showing = signShowing({ userId: person?.userId ?? noAccount, ...of, shownAt })
  await checkIn(db, { entry, person, showing, said: { profession: 'registered-nurse', ...said }, now: confirmedAt })
}

/** Enters the end code at `now`. */
export async function goOut(
  db: Db,
  workshopId: string,
  { person = null, email, now }: { person?: Person | null; email?: string; now: Date }
): Promise<void> {
  const { code: typed } = codeNow(await doorOf(db, workshopId), { kind: 'end', now })
  const typist = { kind: 'account' as const, id: person?.userId ?? 'a-phone' }
  await checkOut(db, { workshopId, typed, typist, person, email, now })
}
