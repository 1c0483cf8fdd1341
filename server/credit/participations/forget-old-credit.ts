import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import { noteForgotten, yearsBefore, yearsOfAnswers, yearsOfProof } from '#server/record/keeping.ts'

const batchSize = 200

/** How many were forgotten of each. */
type Forgotten = { participations: number; claims: number; certificates: number }

type Old = { id: string; organizationId: string }

/**
 * Forgets what proves a credit six years after the completion or the last claim, whichever is later: the claims with
 * their logs, their certificates, and the way through the activity. A way that was never finished goes two years after
 * it was begun, once none of its answers is left.
 */
export function forgetOldCredit(db: Db, { now }: { now: Date }): Promise<Forgotten> {
  return inTransaction(db, async (db) => {
    const proven = await listProven(db, yearsBefore(now, yearsOfProof).toISOString())
    const unfinished = await listUnfinished(db, yearsBefore(now, yearsOfAnswers).toISOString())
    const all = { participations: 0, claims: 0, certificates: 0 }
    for (const [organizationId, ids] of byOrganization([...proven, ...unfinished])) {
      const counts = await forget(db, ids)
      await noteForgotten(db, { what: 'credit', organizationId, counts, now })
      all.participations += counts.participations
      all.claims += counts.claims
      all.certificates += counts.certificates
    }
    return all
  })
}

function listProven(db: Db, before: string): Promise<Old[]> {
  return db
    .selectFrom('participation')
    .select(['id', 'organizationId'])
    .where(({ eb, fn }) => eb(fn.coalesce('finishedAt', 'acknowledgedAt'), '<=', before))
    .where(({ or, eb, exists, selectFrom }) =>
      or([
        eb('finishedAt', 'is not', null),
        exists(
          selectFrom('claim')
            .select('id')
            .whereRef(...ofParticipation)
        )
      ])
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('claim')
            .select('id')
            .whereRef(...ofParticipation)
            .where(({ eb, fn }) => eb(fn.coalesce('claimedAt', 'openedAt'), '>', before))
        )
      )
    )
    .execute()
}

const ofParticipation = ['claim.participationId', '=', 'participation.id'] as const

function listUnfinished(db: Db, before: string): Promise<Old[]> {
  return db
    .selectFrom('participation')
    .select(['id', 'organizationId'])
    .where('finishedAt', 'is', null)
    .where('acknowledgedAt', '<=', before)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('claim')
            .select('id')
            .whereRef(...ofParticipation)
        )
      )
    )
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('attempt').select('id').whereRef('attempt.learnerId', '=', 'participation.learnerId')))
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(selectFrom('assessment').select('id').whereRef('assessment.learnerId', '=', 'participation.learnerId'))
      )
    )
    .execute()
}

function byOrganization(old: readonly Old[]): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const { id, organizationId } of old) groups.set(organizationId, [...(groups.get(organizationId) ?? []), id])
  return groups
}

async function forget(db: Db, ids: readonly string[]): Promise<Forgotten> {
  const counts = { participations: 0, claims: 0, certificates: 0 }
  for (let at = 0; at < ids.length; at += batchSize) {
    const batch = ids.slice(at, at + batchSize)
    const rows = await db.selectFrom('claim').select('id').where('participationId', 'in', batch).execute()
    const claims = rows.map(({ id }) => id)
    counts.certificates += await forgetCertificates(db, claims)
    await db.deleteFrom('claim').where('participationId', 'in', batch).execute()
    if (claims.length > 0) await db.deleteFrom('stream').where('id', 'in', claims).execute()
    await db.deleteFrom('participation').where('id', 'in', batch).execute()
    counts.claims += claims.length
    counts.participations += batch.length
  }
  return counts
}

async function forgetCertificates(db: Db, claims: readonly string[]): Promise<number> {
  if (claims.length === 0) return 0
  const gone = await db
    .deleteFrom('certificate')
    .where('claimId', 'in', [...claims])
    .executeTakeFirstOrThrow()
  return Number(gone.numDeletedRows)
}
