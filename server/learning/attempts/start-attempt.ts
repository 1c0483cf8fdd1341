import { roleIds, roleNotListed } from '#content/roles.ts'
import type { AttemptStarted } from '#machines/scenario/events.ts'
import { AppError } from '#server/errors.ts'
import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import { openStream } from '#server/record/events/append.ts'
import { newId } from '#server/record/ids.ts'
import { findServed, type Served } from '../scenarios/served.ts'
import { storeVersion } from '../scenarios/store-version.ts'
import { dutiesIn } from './duties.ts'
import { type Attempt, findOpenAttempt } from './queries.ts'

/** `role` is a known role or `not-listed`, `jurisdiction` one of the registry or `unknown`. */
export type Start = { scenarioId: string; learnerId: string; role: string; jurisdiction: string; now: Date }

/**
 * Begins a visit. The learner's first attempt at a scenario is the one that counts; a later one is a repeat.
 * A visit begun with the same role and jurisdiction and not answered yet is taken up again, as after a double click.
 * @returns the attempt's id
 * @throws `invalid_input`, `scenario_not_found`, `scenario_withdrawn`, `attempt_open` where a visit is under way,
 * `version_changed`
 */
export async function startAttempt(db: Db, served: Served, start: Start): Promise<string> {
  const offer = offered(served, start.scenarioId)
  const duties = dutiesIn(served.jurisdictions, start.jurisdiction)
  if (!duties || !isRole(start.role)) throw new AppError('invalid_input')
  return inTransaction(db, async (db) => {
    const open = await findOpenAttempt(db, start)
    if (open) return takenUp(open, start)
    const { id, version } = offer.scenario
    const hash = await storeVersion(db, offer, { now: start.now, replaces: served.isDevelopment })
    return begin(db, start, {
      type: 'attempt.started',
      seed: newId(),
      role: start.role,
      jurisdiction: start.jurisdiction,
      duties,
      content: { id, version, hash }
    })
  })
}

function offered(served: Served, id: string) {
  const found = findServed(served, id)
  if (!found) throw new AppError('scenario_not_found')
  if (found.scenario.status === 'withdrawn') throw new AppError('scenario_withdrawn')
  return found
}

function isRole(role: string): boolean {
  return role === roleNotListed || roleIds.some((known) => known === role)
}

function takenUp(open: Attempt, { role, jurisdiction }: Start): string {
  const isUntouched = open.lastSeq === 1 && open.role === role && open.jurisdiction === jurisdiction
  if (!isUntouched) throw new AppError('attempt_open')
  return open.id
}

async function begin(db: Db, start: Start, event: AttemptStarted): Promise<string> {
  const { learnerId, scenarioId, role, jurisdiction } = start
  const startedAt = start.now.toISOString()
  const id = newId()
  await openStream(db, { id, kind: 'attempt', events: [{ seq: 1, event, occurredAt: startedAt }] })
  const kind = (await hasTried(db, start)) ? 'repeat' : 'first'
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('attempt')
    .values({ id, learnerId, scenarioId, version: event.content.version, kind, role, jurisdiction, startedAt })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows === 1n) return id
  await db.deleteFrom('stream').where('id', '=', id).execute()
  const faster = await findOpenAttempt(db, start)
  if (!faster) throw new AppError('attempt_open')
  return takenUp(faster, start)
}

// A completion outlives its attempt, so a forgotten first attempt still counts as the first.
async function hasTried(db: Db, { learnerId, scenarioId }: Start): Promise<boolean> {
  const attempt = db
    .selectFrom('attempt')
    .select('id')
    .where('learnerId', '=', learnerId)
    .where('scenarioId', '=', scenarioId)
  const completion = db
    .selectFrom('completion')
    .select('id')
    .where('learnerId', '=', learnerId)
    .where('scenarioId', '=', scenarioId)
  return (await attempt.unionAll(completion).limit(1).executeTakeFirst()) !== undefined
}
