import { professionLabel } from '#machines/activity/professions.ts'
import { professionIn } from '#server/credit/participations/queries.ts'
import { byteOrderMark, csvOf } from '#server/credit/reports/write-csv.ts'
import { requireCan } from '#server/people/auth/permissions.ts'
import { appendAudit } from '#server/record/audit/append-audit.ts'
import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import type { WhichDay } from './day.ts'
import type { Recorder } from './require-recorder.ts'
import { getRoster, type RosterLine } from './roster.ts'

const columns = [
  'first_name',
  'last_name',
  'degree',
  'profession',
  'email',
  'employee_id',
  'held_on',
  'from',
  'to',
  'minutes_counted',
  'minutes_possible',
  'source',
  'front_matter_acknowledged',
  'credit_taken'
]

/** @returns a day's roster as CSV; that it was taken is logged. Throws as `getRoster`. */
export function exportRoster(db: Db, asked: Recorder & WhichDay & { now: Date }): Promise<string> {
  return inTransaction(db, async (db) => {
    const { day, lines } = await getRoster(db, asked)
    const { organizationId, heldOn } = day
    requireCan(asked.actor, 'attendance.record', { organizationId })
    await appendAudit(db, {
      organizationId,
      actorId: asked.actor.userId,
      act: 'roster.exported',
      subject: { kind: 'workshop', id: asked.workshopId },
      details: { heldOn, rows: lines.length },
      now: asked.now
    })
    return byteOrderMark + csvOf([columns, ...lines.map((line) => cellsOf(line))])
  })
}

function cellsOf(line: RosterLine): (string | number)[] {
  const { givenName, familyName, credentials, profession, email, employeeId, heldOn, attended, source } = line
  return [
    givenName,
    familyName,
    credentials,
    profession === null ? '' : professionLabel(professionIn({ profession })),
    email ?? '',
    employeeId,
    heldOn,
    line.stretches.map(({ from }) => from).join(' '),
    line.stretches.map(({ to }) => to ?? '?').join(' '),
    attended?.minutes ?? '',
    attended?.of ?? '',
    source,
    line.acknowledgedAt === null ? 'no' : 'yes',
    line.isClaimed ? 'yes' : 'no'
  ]
}
