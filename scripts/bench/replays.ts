import { createHash } from 'node:crypto'
import type { AttemptEvent, LearnerEvent } from '#machines/scenario/events.ts'
import { explore } from '#machines/scenario/explore.ts'
import { getRun } from '#server/learning/attempts/queries.ts'
import { readServed } from '#server/learning/scenarios/served.ts'
import { storeVersion } from '#server/learning/scenarios/store-version.ts'
import { addLearner } from '#server/people/learners/add-learner.ts'
import { openRecord } from '#server/record/db/client.ts'
import { migrate } from '#server/record/db/migrate.ts'
import type { Db } from '#server/record/db/schema.ts'
import { openStream } from '#server/record/events/append.ts'
import { dropWarm } from '#server/record/events/warm.ts'
import { newId } from '#server/record/ids.ts'
import { aStart } from '#tests/helpers/scenarios.ts'
import { aNarrative, aTinyCase } from '#tests/helpers/tiny-scenes.ts'
import { type Figure, median, timed } from './figures.ts'
import type { Places } from './places.ts'

const times = 30
const round = aTinyCase([aNarrative('here', 'there'), aNarrative('there', 'here')])
const hash = createHash('sha256').update(JSON.stringify(round)).digest('hex').slice(0, 16)

/** An attempt read from the database and replayed: from its log, and from the state remembered of it. */
export async function measureReplays(places: Places): Promise<Figure[]> {
  const url = await places.file()
  await migrate(url)
  const db = openRecord(url)
  const now = new Date()
  await storeVersion(db, { scenario: round, hash }, { now, replaces: false })
  const figures: Figure[] = []
  for (const count of [10, 100, 1000]) {
    const whose = await anAttemptOf(db, count, now)
    const [cold, warm]: number[][] = [[], []]
    for (let time = 0; time < times; time += 1) {
      dropWarm()
      cold?.push(await timed(() => getRun(db, whose)))
      warm?.push(await timed(() => getRun(db, whose)))
    }
    const of = 'An attempt brought to where it stands, SQLite'
    const name = count.toLocaleString('en-US')
    figures.push({ of, name: `${name} events, from the log`, value: median(cold ?? []), unit: 'ms' })
    figures.push({ of, name: `${name} events, remembered`, value: median(warm ?? []), unit: 'ms' })
  }
  await db.destroy()
  return figures
}

async function anAttemptOf(db: Db, count: number, now: Date) {
  const { id: learnerId } = await addLearner(db, { isShared: false, now })
  const attemptId = newId()
  const startedAt = now.toISOString()
  const acts = Array.from(
    { length: count - 1 },
    (_, index): LearnerEvent => ({ type: 'learner.continued', scene: index % 2 === 0 ? 'here' : 'there' })
  )
  const start = aStart(round, { content: { id: round.id, version: round.version, hash } })
  const log: AttemptEvent[] = [start, ...acts]
  const events = log.map((event, index) => ({ seq: index + 1, event, occurredAt: startedAt }))
  await openStream(db, { id: attemptId, kind: 'attempt', events })
  const { id: scenarioId, version } = round
  const whose = { learnerId, role: 'registered-nurse', jurisdiction: 'unknown' }
  const row = { id: attemptId, ...whose, scenarioId, version, kind: 'first' as const, startedAt }
  await db.insertInto('attempt').values(row).execute()
  return { attemptId, learnerId }
}

/** How long it takes to walk every state of each scenario. */
export async function measureExplorations(): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const { scenario } of readServed({ isDevelopment: false }).scenarios) {
    let states = 0
    const walks: number[] = []
    for (let time = 0; time < 5; time += 1)
      walks.push(
        await timed(() => {
          states = explore(scenario).states.length
        })
      )
    const name = `${scenario.id}: ${states} states`
    figures.push({ of: 'Every state of a scenario walked', name, value: median(walks), unit: 'ms', most: 1000 })
  }
  return figures
}
