import { beforeEach } from 'vitest'
import { attestAndClaim } from '#server/credit/claims/attest-and-claim.ts'
import { openClaim } from '#server/credit/claims/open-claim.ts'
import { getMyActivity } from '#server/credit/participations/my-activity.ts'
import type { Db } from '#server/record/db/schema.ts'
import { showEndCode } from '#server/workshop/attendance/change-check-in.ts'
import { getRoster } from '#server/workshop/attendance/roster.ts'
import { takeCredit } from '#server/workshop/attendance/take-credit.ts'
import { aLiveWorkshop, comeIn, goOut, minutesIn, openDoor } from '#tests/helpers/attendance.ts'
import { aMember } from '#tests/helpers/credit.ts'

/** A workshop with a live activity and a nurse before each test, and what these tests do with them. */
export function useWorkshop(record: { readonly db: Db }) {
  let set: Awaited<ReturnType<typeof aLiveWorkshop>>
  let nurse: Awaited<ReturnType<typeof aMember>>
  beforeEach(async () => {
    set = await aLiveWorkshop(record.db)
    nurse = await aMember(record.db, set.activity)
  })

  const rows = () => record.db.selectFrom('attendance').selectAll().orderBy('familyName').execute()
  const stretches = () =>
    record.db.selectFrom('attendanceInterval').select(['startsAt', 'endsAt', 'reason']).orderBy('startsAt').execute()
  const roster = () => getRoster(record.db, { actor: set.lead.person, ...set.day })
  const minutesOf = async () => (await roster()).lines.map(({ attended }) => attended?.minutes)
  const recording = () => ({ actor: set.lead.person, ...set.day, reason: 'signed on paper', now: minutesIn(75) })
  const acted = () =>
    record.db
      .selectFrom('auditEvent')
      .select(['act', 'reason'])
      .where('act', '!=', 'profile.saved')
      .orderBy('seq')
      .execute()
  const acts = async () => (await acted()).map(({ act, reason }) => (reason === null ? act : `${act}: ${reason}`))
  const stay = async (from = 0, to = 70, who = nurse) => {
    await openDoor(record.db, set)
    await comeIn(record.db, set.workshopId, { person: who.person, now: minutesIn(from) })
    await showEndCode(record.db, { ...recording(), now: minutesIn(Math.min(to, 60)) })
    await goOut(record.db, set.workshopId, { person: who.person, now: minutesIn(to) })
  }
  const take = (who = nurse, now = minutesIn(80)) => takeCredit(record.db, { ...set.day, person: who.person, now })
  const creditsOf = async (who = nurse, now = minutesIn(90)) => {
    const { underWay } = await getMyActivity(record.db, { actor: who.person, activityId: set.activity.activityId, now })
    return Object.fromEntries((underWay?.credits ?? []).map(({ offering, fault }) => [offering.id, fault ?? 'earned']))
  }
  const claim = async (offeringId: string, amountHundredths: number | null, who = nurse) => {
    const now = minutesIn(90)
    const actor = who.person
    const claimId = await openClaim(record.db, { actor, activityId: set.activity.activityId, offeringId, now })
    const said = { isAttested: true, minutesReported: null, amountHundredths }
    return { claimId, ...(await attestAndClaim(record.db, { actor, claimId, ...said, now })) }
  }

  return {
    get set() {
      return set
    },
    get nurse() {
      return nurse
    },
    rows,
    stretches,
    roster,
    minutesOf,
    recording,
    acts,
    stay,
    take,
    creditsOf,
    claim
  }
}
