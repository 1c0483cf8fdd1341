import type { ProfessionId } from '#content/professions.ts'
import { minuteOf, momentOf } from '#machines/attendance/times.ts'
import { intervalsOf } from '#server/credit/participations/attended.ts'
import { shownAtIn } from '#server/credit/participations/showing.ts'
import { AppError } from '#server/errors.ts'
import type { Person } from '#server/people/auth/person.ts'
import { findProfile } from '#server/people/profiles/queries.ts'
import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import { type Day, getOpenDay } from './day.ts'
import type { Entry } from './entry.ts'
import { addInterval, addressOf, addToRoster, type Named } from './find-attendance.ts'

/** What somebody without an account says of themselves; with one, only the profession where the profile has none. */
type SaidOfThemselves = { givenName: string; familyName: string; email: string; profession: ProfessionId }

type Said = { [Name in keyof SaidOfThemselves]?: SaidOfThemselves[Name] | undefined }

/** `showing` is what the page to read carried; `person` is null where nobody is signed in. */
export type CheckingIn = {
  entry: Entry
  person: Person | null
  showing: string
  said: Said
  now: Date
}

/** Under which name a showing is signed where nobody is signed in. */
export const noAccount = 'nobody'

/**
 * Puts somebody on the day's roster who entered the start code and acknowledged the front matter. Their presence begins
 * in the minute of the code, and never before that of the acknowledgment: what was to be told first was told first. A
 * second time, as by another tab, adds nothing while the first presence goes on.
 * @throws `workshop_not_found`, `check_in_not_open`, `check_in_code_first`, `front_matter_unread`, `form_incomplete`
 */
export function checkIn(db: Db, given: CheckingIn): Promise<void> {
  const { entry, person, now } = given
  return inTransaction(db, async (db) => {
    const day = await getOpenDay(db, { workshopId: entry.workshopId, now })
    if (day.heldOn !== entry.heldOn) throw new AppError('check_in_code_first')
    requireRead(day, given)
    const named = await namedBy(db, given)
    const source = person ? ('code' as const) : ('walk-in' as const)
    const line = await addToRoster(db, day, { ...named, source, now })
    if (person && line.userId === null && !(await isConfirmed(db, person))) throw new AppError('address_unconfirmed')
    const acknowledgedAt = line.acknowledgedAt ?? momentOf(minuteOf(now.toISOString()))
    await db
      .updateTable('attendance')
      .set({ acknowledgedAt, ...(person && { userId: person.userId }) })
      .where('id', '=', line.id)
      .execute()
    const before = await intervalsOf(db, line)
    if (before.some((it) => it.endsAt === null || it.endsAt > entry.at)) return
    const startsAt = momentOf(Math.max(minuteOf(acknowledgedAt), minuteOf(entry.at)))
    await addInterval(db, line, { startsAt, endsAt: null, enteredBy: null, reason: null })
  })
}

function requireRead({ activityId, activityVersion: version }: Day, { showing, person, now }: CheckingIn): void {
  // The page was signed to the minute, like everything of this door.
  shownAtIn(showing, { userId: person?.userId ?? noAccount, activityId, version, now })
}

async function namedBy(db: Db, { person, said }: CheckingIn): Promise<Named> {
  if (!person) return walkIn(said)
  const profile = await findProfile(db, person.userId)
  return {
    userId: person.userId,
    givenName: profile?.givenName ?? '',
    familyName: profile?.familyName || person.name,
    email: addressOf(person.email),
    profession: profile?.profession ?? said.profession ?? null
  }
}

function walkIn({ givenName = '', familyName = '', email = '', profession }: Said): Named {
  if (!givenName || !familyName || !email || !profession) throw new AppError('form_incomplete')
  return { userId: null, givenName, familyName, email: addressOf(email), profession }
}

// Whoever takes over a line that only an address names must have shown that the address is theirs.
async function isConfirmed(db: Db, { userId }: Person): Promise<boolean> {
  const account = await db.selectFrom('user').select('emailVerified').where('id', '=', userId).executeTakeFirst()
  return account?.emailVerified === 1
}
