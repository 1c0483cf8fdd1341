import type { Metadata } from 'next'
import { claimState } from '#machines/claim/standing.ts'
import { getActivityVersion } from '#server/credit/activities/queries.ts'
import { type Claim, getMyClaim } from '#server/credit/claims/queries.ts'
import { AppError } from '#server/errors.ts'
import { requirePerson } from '#server/people/auth/session.ts'
import { record } from '#server/record/db/client.ts'
import { Link } from '../../_components/link.tsx'
import { missing } from '../../_components/missing.ts'
import { CodeNotice } from '../../_components/notice.tsx'
import { Page, PageHeading } from '../../_components/page.tsx'
import { ClaimForm } from './claim-form.tsx'
import { Claimed } from './claimed.tsx'
import { EvaluationFirst } from './evaluation-first.tsx'

export const metadata: Metadata = { title: 'Credit' }

/** One claim: the evaluation where it is missing, then the form, then what was claimed and its certificate. */
export default async function ClaimPage({ params, searchParams }: PageProps<'/claims/[claimId]'>) {
  const [{ claimId }, { notice }] = await Promise.all([params, searchParams])
  const person = await requirePerson(`/claims/${claimId}`)
  const claim = await getMyClaim(record(), { actor: person, claimId }).catch(leadOn)
  const { activityId, activityVersion, snapshot } = claim
  const version = await getActivityVersion(record(), { activityId, version: activityVersion })
  const { offering } = snapshot.context.opened
  return (
    <Page>
      <PageHeading
        over={<Link href={`/activities/${activityId}`}>{version.draft.title || version.course.title}</Link>}
        title={offering.label}
      >
        <CodeNotice code={notice} />
      </PageHeading>
      <Body claim={claim} version={version} />
    </Page>
  )
}

type BodyProps = { claim: Claim; version: Awaited<ReturnType<typeof getActivityVersion>> }

function Body({ claim, version }: BodyProps) {
  const state = claimState(claim.snapshot)
  if (state === 'evaluationPending') return <EvaluationFirst version={version} />
  if (state === 'attesting') return <ClaimForm claim={claim} version={version} />
  return <Claimed claim={claim} state={state} />
}

function leadOn(error: unknown): never {
  if (error instanceof AppError && error.code === 'claim_not_found') missing()
  throw error
}
