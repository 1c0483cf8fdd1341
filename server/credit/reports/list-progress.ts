import type { ClaimState } from '#machines/claim/machine.ts'
import { type Actor, requireCan } from '#server/people/auth/permissions.ts'
import type { Db } from '#server/record/db/schema.ts'
import { listTitles, type TitledActivity } from './activity-titles.ts'
import { type Stage, stages, standingOf, type Way } from './stages.ts'

/** How many people are in a stage of an activity; `since` is when the first of them came to it, null where nobody is. */
export type StageCount = { stage: Stage; people: number; since: string | null }

/** An activity with those who are on their way through it, by stage, and how many have a certificate. */
export type ActivityProgress = TitledActivity & { stages: StageCount[]; certificates: number }

/**
 * @returns the activities of an organization that were opened, by title, with how many people are where. It names nobody.
 * @throws `not_allowed`, `second_factor_needed`
 */
export async function listProgress(
  db: Db,
  { actor, organizationId }: { actor: Actor; organizationId: string }
): Promise<ActivityProgress[]> {
  requireCan(actor, 'report.export', { organizationId })
  const titles = await listTitles(db, organizationId)
  const ways = await listWays(db, organizationId)
  const certificates = await countCertificates(db, organizationId)
  return titles
    .filter(({ openVersion }) => openVersion !== null)
    .map((activity) => ({
      ...activity,
      stages: countStages(ways.get(activity.id) ?? []),
      certificates: certificates.get(activity.id) ?? 0
    }))
}

function countStages(ways: readonly Way[]): StageCount[] {
  const standings = ways.flatMap((way) => standingOf(way) ?? [])
  return stages.map((stage) => {
    const here = standings.filter((standing) => standing.stage === stage).map(({ since }) => since)
    return { stage, people: here.length, since: here.sort()[0] ?? null }
  })
}

async function listWays(db: Db, organizationId: string): Promise<Map<string, Way[]>> {
  const rows = await db
    .selectFrom('participation')
    .select(['id', 'activityId', 'acknowledgedAt', 'finishedAt', 'passedTestId', 'isEvaluated'])
    .where('organizationId', '=', organizationId)
    .execute()
  const steps = await lastSteps(db, organizationId)
  const claims = await claimsByWay(db, organizationId)
  const ways = rows.map(({ id, activityId, passedTestId, isEvaluated, ...times }) => ({
    activityId,
    way: {
      ...times,
      isPassed: passedTestId !== null,
      isEvaluated: isEvaluated === 1,
      lastLearned: steps.get(`${id} learned`) ?? null,
      lastTested: steps.get(`${id} tested`) ?? null,
      claims: claims.get(id) ?? []
    }
  }))
  const byActivity = Map.groupBy(ways, ({ activityId }) => activityId)
  return new Map([...byActivity].map(([activityId, found]) => [activityId, found.map(({ way }) => way)]))
}

async function lastSteps(db: Db, organizationId: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('participationStep')
    .innerJoin('participation', 'participation.id', 'participationStep.participationId')
    .select(({ fn }) => ['participationId', 'participationStep.kind', fn.max('doneAt').as('last')])
    .where('participation.organizationId', '=', organizationId)
    .groupBy(['participationId', 'participationStep.kind'])
    .orderBy('last')
    .execute()
  // Of several kinds the last one stays, because they stand in the order of their times.
  return new Map(rows.map(({ participationId, kind, last }) => [`${participationId} ${sortOf(kind)}`, last]))
}

function sortOf(kind: string): 'learned' | 'tested' {
  return kind === 'post' ? 'tested' : 'learned'
}

async function claimsByWay(db: Db, organizationId: string): Promise<Map<string, Way['claims']>> {
  const rows = await db
    .selectFrom('claim')
    .select(['participationId', 'state', 'openedAt', 'claimedAt'])
    .where('organizationId', '=', organizationId)
    .orderBy('openedAt')
    .execute()
  // The column is written by the claim's machine alone, from the state that it is in.
  const claims = rows.map((row) => ({ ...row, state: row.state as ClaimState }))
  return Map.groupBy(claims, ({ participationId }) => participationId)
}

async function countCertificates(db: Db, organizationId: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('certificate')
    .select(({ fn }) => ['activityId', fn.countAll().as('count')])
    .where('organizationId', '=', organizationId)
    .where('state', '=', 'valid')
    .groupBy('activityId')
    .execute()
  return new Map(rows.map(({ activityId, count }) => [activityId, Number(count)]))
}
