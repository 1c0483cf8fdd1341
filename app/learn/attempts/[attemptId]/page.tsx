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
  const { run, isShared, standing } = await requireVisit((await params).attemptId)
  const { attempt, version, snapshot, seq } = run
  const notice = noticeIn(await searchParams)
  if (endingOf(snapshot) !== undefined) {
    redirect(`/learn/attempts/${attempt.id}/debrief${notice ? `?notice=${encodeURIComponent(notice)}` : ''}`)
  }
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
      withdrawn={standing.withdrawn}
      notice={notice}
    />
  )
}

const keeps = `This computer keeps your place for ${keepDays} days.`
const keepsShared = `Your place is kept until you close the browser, for ${keepHoursShared} hours at most.`

/** @returns the code of a refused request, as its door put it into the address. */
function noticeIn({ notice }: { notice?: string | string[] }): string | undefined {
  return typeof notice === 'string' ? notice : undefined
}

function patientWords({ name, age }: { name: string; age: number }): string {
  return `${name}, ${age}`
}
