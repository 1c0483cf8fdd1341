import { hundredthsText } from '#machines/activity/amount.ts'
import type { ClaimState } from '#machines/claim/machine.ts'
import type { Claim } from '#server/credit/claims/queries.ts'
import { ButtonLink } from '../../_components/button.tsx'
import { Day } from '../../_components/day.tsx'
import { Link } from '../../_components/link.tsx'
import { Notice } from '../../_components/notice.tsx'
import { Section } from '../../_components/page.tsx'

/** What was claimed, and its certificate or that it is void. */
export function Claimed({ claim, state }: { claim: Claim; state: ClaimState }) {
  const { opened, work, claimed, certificateId } = claim.snapshot.context
  const { offering } = opened
  const amount = claimed?.amountHundredths
  return (
    <Section id="claimed" title="Claimed">
      {state === 'voided' ? (
        <Notice title="The certificate of this claim is void" tone="attention">
          <p>The office voided it and can issue it again. Ask the office why.</p>
        </Notice>
      ) : null}
      <p>
        {amount == null ? offering.label : `${hundredthsText(amount)} ${offering.unit}`}, finished on{' '}
        <Day date={work?.on ?? opened.on} />, claimed on <Day date={claimed?.on ?? opened.on} />.
      </p>
      {claimed ? <p>You stated: “{claimed.attestation}”</p> : null}
      {certificateId ? (
        <p>
          <ButtonLink href={`/certificates/${certificateId}`}>Open the certificate</ButtonLink>
        </p>
      ) : null}
      <p>
        <Link href={`/activities/${claim.activityId}`}>Back to your activity</Link> ·{' '}
        <Link href="/transcript">Your transcript</Link>
      </p>
    </Section>
  )
}
