import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { endingOf } from '#machines/scenario/run.ts'
import { sceneView } from '#machines/scenario/view.ts'
import { keepDays, keepHoursShared } from '#server/people/learners/lifetime.ts'
import { Player } from './player.tsx'
import { requireVisit } from './visit.ts'

export const metadata: Metadata = { title: 'Visit' }

type VisitPageProps = {
  params: Promise<{ attemptId: string }>
  searchParams: Promise<{ notice?: string | string[] }>
}

/** The visit where it stands: one read, one replay, one view. A visit that has ended leads to its debrief. */
export default async function VisitPage({ params, searchParams }: VisitPageProps) {
  const { run, isShared } = await requireVisit((await params).attemptId)
  const { attempt, version, snapshot, seq } = run
  if (endingOf(snapshot) !== undefined) redirect(`/learn/attempts/${attempt.id}/debrief`)
  const { notice } = await searchParams
  const view = sceneView(version.scenario, snapshot)
  return (
    <Player
      attemptId={attempt.id}
      seq={seq}
      view={view}
      minutesLeft={version.minutesLeft(view.scene) ?? null}
      patient={patientWords(version.scenario.patient)}
      keeps={isShared ? keepsShared : keeps}
      isBranch={attempt.kind === 'branch'}
      notice={typeof notice === 'string' ? notice : undefined}
    />
  )
}

const keeps = `This computer keeps your place for ${keepDays} days.`
const keepsShared = `Your place is kept for ${keepHoursShared} hours, until you close the browser.`

function patientWords({ name, age }: { name: string; age: number }): string {
  return `${name}, ${age}`
}
