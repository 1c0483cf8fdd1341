import type { ActivityVersion } from '#machines/activity/version.ts'
import { dayIn } from '#machines/claim/days.ts'
import { daysToWarn } from '#machines/claim/rules.ts'
import { listMyAssignments } from '#server/people/assignments/queries.ts'
import { type Actor, organizationsWhere } from '#server/people/auth/permissions.ts'
import { findProfile } from '#server/people/profiles/queries.ts'
import type { Db } from '#server/record/db/schema.ts'
import { listOpenActivities } from '../activities/queries.ts'
import { getMyActivity, type UnderWay } from './my-activity.ts'
import { listMyParticipations } from './queries.ts'

/**
 * One activity of the list. `to-claim`: finished, with a credit that can be claimed; `over`: nothing more can be
 * earned. `dueOn` is the day by which an assignment asks for it, `closesOn` the last on which its work counts.
 */
export type MyListed = {
  activityId: string
  title: string
  provider: string
  minutes: number
  isDemonstration: boolean
  state: 'open' | 'under-way' | 'to-claim' | 'claimed' | 'over'
  closesOn: string
  daysLeft: number | undefined
  dueOn: string | null
}

/** @returns what is open in somebody's organizations and what they have begun there, with where they stand. */
export async function listMyActivities(db: Db, { actor, now }: { actor: Actor; now: Date }): Promise<MyListed[]> {
  const organizationIds = organizationsWhere(actor, 'activity.take')
  const open = await listOpenActivities(db, organizationIds)
  const begun = (await listMyParticipations(db, actor)).filter((it) => organizationIds.includes(it.organizationId))
  const ids = new Set([...begun, ...open].map(({ activityId }) => activityId))
  const asked = await listMyAssignments(db, actor.userId, now)
  const due = new Map(asked.map(({ activityId, dueOn }) => [activityId, dueOn]))
  const zone = (await findProfile(db, actor.userId))?.timeZone ?? 'UTC'
  const today = dayIn(now.toISOString(), zone)
  const listed = await Promise.all(
    [...ids].map(async (activityId) => {
      const { underWay, before } = await getMyActivity(db, { actor, activityId, now })
      const dueOn = due.get(activityId) ?? null
      if (underWay && !before) return { ...fromUnderWay(underWay), dueOn }
      const version = before?.version ?? open.find((it) => it.activityId === activityId)
      return version ? { ...fromVersion(version, { today, isOver: before?.fault !== undefined }), dueOn } : undefined
    })
  )
  return listed.filter((it) => it !== undefined)
}

function fromUnderWay({
  version,
  credits,
  closing,
  daysLeft,
  participation,
  today
}: UnderWay): Omit<MyListed, 'dueOn'> {
  const canClaim = credits.some(({ fault }) => fault === undefined || fault === 'evaluation_missing')
  const isClaimed = credits.some(({ fault }) => fault === 'already_claimed')
  const isOver = participation.finishedAt === null && today > closing.on
  const state = canClaim ? 'to-claim' : isClaimed ? 'claimed' : isOver ? 'over' : 'under-way'
  return { ...namesOf(version), state, closesOn: closing.on, daysLeft }
}

function fromVersion(
  version: ActivityVersion,
  { today, isOver }: { today: string; isOver: boolean }
): Omit<MyListed, 'dueOn'> {
  const closesOn = version.draft.dates.expiry
  const daysLeft = daysToWarn({ closing: { on: closesOn, by: 'expiry' }, today })
  return { ...namesOf(version), state: isOver ? 'over' : 'open', closesOn, daysLeft }
}

function namesOf({ activityId, draft, course, organization }: ActivityVersion) {
  return {
    activityId,
    title: draft.title || course.title,
    provider: draft.provider.name || organization.name,
    minutes: draft.minutes,
    isDemonstration: organization.isDemonstration
  }
}
