import type { ActivityVersion } from '#machines/activity/version.ts'
import { dayIn } from '#machines/claim/days.ts'
import { type Closing, daysToWarn } from '#machines/claim/rules.ts'
import type { ErrorCode } from '#server/errors.ts'
import { findProfile } from '#server/people/profiles/queries.ts'
import type { Db } from '#server/record/db/schema.ts'
import type { ParticipationTable } from '#server/record/db/schema-credit.ts'
import { getActivityVersion } from '../activities/queries.ts'
import { listClaimed, listClaimsOf } from '../claims/queries.ts'
import { beginFault } from './begin.ts'
import { type Credit, closingFor, creditsOf, type Grounds } from './credits.ts'
import { currentProfession } from './current-profession.ts'
import {
  type ActivityStanding,
  findParticipation,
  getActivityStanding,
  listVersionsFrom,
  type WhoseActivity
} from './queries.ts'
import { type Teaching, teachingHere } from './teaching.ts'
import { type Work, workOf } from './work.ts'

type Asked = WhoseActivity & { now: Date; teaching?: Teaching }

/** An activity before somebody has acknowledged the version that is open; `fault` says why they cannot. */
export type BeforeActivity = { version: ActivityVersion; today: string; fault: ErrorCode | undefined }

/** An activity that somebody has acknowledged, in that version. */
export type UnderWay = {
  version: ActivityVersion
  participation: ParticipationTable
  profession: string
  today: string
  work: Work
  closing: Closing
  /** Days left, once it is time to warn of the last one and something is left to earn. */
  daysLeft: number | undefined
  credits: Credit[]
  grounds: Grounds
}

/** Where somebody stands in an activity. With both, the version they acknowledged is over and another is open. */
export type MyActivity = { before: BeforeActivity | undefined; underWay: UnderWay | undefined }

/**
 * @returns where somebody stands in an activity of one of their organizations
 * @throws `activity_not_found`, also for one that was never opened
 */
export async function getMyActivity(db: Db, asked: Asked): Promise<MyActivity> {
  const { actor, activityId, teaching = teachingHere() } = asked
  const standing = await getActivityStanding(db, asked)
  const participation = await findParticipation(db, { userId: actor.userId, activityId })
  const known = { ...asked, teaching, standing }
  if (!participation) return { before: await beforeOf(db, known), underWay: undefined }
  const underWay = await underWayOf(db, { ...known, participation })
  const isOver = participation.finishedAt === null && underWay.today > underWay.closing.on
  const isNewer = standing.newestVersion > participation.activityVersion
  return { before: isOver && isNewer ? await beforeOf(db, known) : undefined, underWay }
}

type Known = Asked & { teaching: Teaching; standing: ActivityStanding }

async function beforeOf(db: Db, { actor, now, teaching, standing }: Known): Promise<BeforeActivity> {
  const { id: activityId, newestVersion, closedAt } = standing
  const version = await getActivityVersion(db, { activityId, version: newestVersion })
  const profile = await findProfile(db, actor.userId)
  const today = dayIn(now.toISOString(), profile?.timeZone ?? 'UTC')
  const profession = profile?.profession ?? 'other'
  return { version, today, fault: beginFault(version, { closedAt, today, profession, teaching }) }
}

async function underWayOf(db: Db, known: Known & { participation: ParticipationTable }): Promise<UnderWay> {
  const { actor, activityId, now, teaching, standing, participation } = known
  const versions = await listVersionsFrom(db, { activityId, version: participation.activityVersion })
  const [version] = versions
  const work = await workOf(db, { participation, versions, teaching })
  const claims = await listClaimsOf(db, { participationId: participation.id })
  const grounds: Grounds = {
    version,
    participation,
    profession: await currentProfession(db, participation),
    work,
    closedAt: standing.closedAt,
    today: dayIn(now.toISOString(), participation.timeZone),
    opened: claims,
    claimed: await listClaimed(db, { userId: actor.userId, activityId })
  }
  const closing = closingFor(grounds)
  const { today, profession } = grounds
  const isLeft = participation.finishedAt === null
  const daysLeft = isLeft ? daysToWarn({ closing, today }) : undefined
  return { version, participation, profession, today, work, closing, daysLeft, credits: creditsOf(grounds), grounds }
}
