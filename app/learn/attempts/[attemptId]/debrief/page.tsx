import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { facilityHere } from '#app/_components/facility-here.ts'
import { debriefView } from '#machines/scenario/debrief.ts'
import { endingOf } from '#machines/scenario/run.ts'
import { type Attempt, getAttempt, listTurns } from '#server/learning/attempts/queries.ts'
import { getRegistry } from '#server/learning/reference/queries.ts'
import { record } from '#server/record/db/client.ts'
import { requireVisit } from '../visit.ts'
import { Debrief } from './debrief.tsx'
import { sourcesOf } from './sources-of.ts'

export const metadata: Metadata = { title: 'Debrief' }

type DebriefPageProps = {
  params: Promise<{ attemptId: string }>
  searchParams: Promise<{ notice?: string | string[] }>
}

/** The debrief of a visit that has ended; one that goes on leads back to its scene. */
export default async function DebriefPage({ params, searchParams }: DebriefPageProps) {
  const { run, learnerId, standing } = await requireVisit((await params).attemptId)
  const { attempt, version, snapshot } = run
  const endingId = endingOf(snapshot)
  if (endingId === undefined) redirect(`/learn/attempts/${attempt.id}`)
  const { id, title } = version.scenario
  const view = debriefView(version.scenario, snapshot.context, endingId)
  const registry = getRegistry()
  return (
    <Debrief
      attemptId={attempt.id}
      notice={(await searchParams).notice}
      firstAttemptId={await findFirst(attempt, learnerId)}
      view={view}
      scenario={{ id, title, version: attempt.version }}
      standing={standing}
      turns={await listTurns(record(), { attemptId: attempt.id, learnerId })}
      registry={registry}
      sources={sourcesOf(view, registry.sources)}
      facility={await facilityHere()}
    />
  )
}

/** @returns the attempt a "what if" goes back to, through others where there were any; null for a first run itself. */
async function findFirst({ branchedFrom }: Attempt, learnerId: string): Promise<string | null> {
  if (branchedFrom === null) return null
  const from = await getAttempt(record(), { attemptId: branchedFrom, learnerId })
  return (await findFirst(from, learnerId)) ?? from.id
}
