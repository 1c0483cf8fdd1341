import { forgetOldCredit } from './credit/participations/forget-old-credit.ts'
import { asAppError } from './errors.ts'
import { forgetOldAttempts } from './learning/attempts/forget-old-attempts.ts'
import { forgetOldCompletions } from './learning/attempts/forget-old-completions.ts'
import { forgetOldInvitations } from './people/invitations/forget-old-invitations.ts'
import { forgetExpiredSessions } from './people/sessions/forget-expired-sessions.ts'
import { record } from './record/db/client.ts'
import type { Db } from './record/db/schema.ts'
import { endLease, takeLease } from './record/lease.ts'
import { forgetOldAttendance } from './workshop/attendance/forget-old-attendance.ts'
import { purgeRooms } from './workshop/rooms/purge-rooms.ts'

const minute = 60_000
const hour = 60 * minute
const work = 'forget-daily'

/**
 * Forgets what is past its time a minute from now, and from then on every day. Each server asks every hour whether the
 * day's work is still to do, and the first one does it. Rooms that are over are emptied every hour.
 */
export function forgetDaily(): void {
  if (process.env.NEXT_PHASE === 'phase-production-build') return
  setTimeout(forgetNow, minute).unref()
  setInterval(forgetNow, hour).unref()
}

async function forgetNow(): Promise<void> {
  try {
    const now = new Date()
    const emptied = await purgeRooms(record(), { now })
    if (emptied.rooms + emptied.rehearsals > 0) tell('rooms_emptied', emptied, now)
    const forgotten = await forgetOnce(record(), { now })
    if (forgotten) tell('old_forgotten', forgotten, now)
  } catch (error) {
    asAppError(error)
  }
}

function tell(code: string, counts: Record<string, number>, now: Date): void {
  console.info(JSON.stringify({ level: 'info', at: now.toISOString(), code, ...counts }))
}

/** @returns how many of each were forgotten, or undefined where another server did today's work. */
export async function forgetOnce(db: Db, { now }: { now: Date }): Promise<Record<string, number> | undefined> {
  const until = new Date(now.getTime() + 23.5 * hour)
  if (!(await takeLease(db, { work, until, now }))) return undefined
  try {
    return {
      ...(await forgetExpiredSessions(db, { now })),
      ...(await forgetOldInvitations(db, { now })),
      ...(await forgetOldAttempts(db, { now })),
      ...(await forgetOldCompletions(db, { now })),
      ...(await forgetOldCredit(db, { now })),
      ...(await forgetOldAttendance(db, { now }))
    }
  } catch (error) {
    await endLease(db, { work, now })
    throw error
  }
}
