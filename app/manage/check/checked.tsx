import { Badge } from '#app/_components/badge.tsx'
import { Day } from '#app/_components/day.tsx'
import { Notice } from '#app/_components/notice.tsx'
import { hundredthsText } from '#machines/activity/amount.ts'
import { inGroups } from '#server/credit/certificates/code.ts'
import type { Certificate } from '#server/credit/certificates/queries.ts'
import type { CertificateCheck } from '#server/credit/reports/check-certificate.ts'
import { professionWords } from '#server/credit/reports/export-timing.ts'
import { Listing } from '../_parts/listing.tsx'
import { OfficeSection } from '../_parts/office-page.tsx'
import { At } from './at.tsx'
import { Comparison } from './comparison.tsx'
import { Facts } from './facts.tsx'
import { certificateWords, eventWords, stateWords } from './words.ts'

/** The whole of one check: the verdict first, then what it rests on. */
export function Checked({ check }: { check: CertificateCheck }) {
  return (
    <>
      <Comparison check={check} />
      <OfficeSection id="certificate" title="Certificate and its chain">
        <Chain certificates={check.certificates} asked={check.asked} />
      </OfficeSection>
      <OfficeSection id="credit" title="What it is for">
        <Credit check={check} />
      </OfficeSection>
      <OfficeSection id="claim" title="The claim, step by step" hint="Each state as the claim’s log comes to it today.">
        <Steps check={check} />
      </OfficeSection>
      <OfficeSection id="content" title="The activity as it was opened">
        <Content check={check} />
      </OfficeSection>
    </>
  )
}

function Chain({ certificates, asked }: { certificates: readonly Certificate[]; asked: string }) {
  if (certificates.length === 0) return <p>No certificate was issued for this claim.</p>
  return (
    <Listing
      caption="Certificates of this claim, the first one first"
      path=""
      search={{}}
      head={[
        { key: 'code', label: 'Code' },
        { key: 'name', label: 'Name on it' },
        { key: 'issued', label: 'Issued' },
        { key: 'state', label: 'State' }
      ]}
      rows={certificates.map(({ id, code, snapshot, issuedAt, status, voidedAt, voidReason }) => ({
        key: id,
        cells: [
          id === asked && certificates.length > 1 ? `${inGroups(code)} (the one asked for)` : inGroups(code),
          snapshot
            ? [`${snapshot.person.givenName} ${snapshot.person.familyName}`.trim(), snapshot.person.credentials]
                .filter((text) => text !== '')
                .join(', ')
            : 'Its row is not as it was written',
          <At time={issuedAt} key="issued" />,
          <div key="state">
            <Badge tone={status === 'valid' ? 'done' : 'attention'}>{certificateWords[status]}</Badge>
            {voidedAt ? (
              <>
                {' '}
                <At time={voidedAt} />
                {voidReason ? `: ${voidReason}` : null}
              </>
            ) : null}
          </div>
        ]
      }))}
    />
  )
}

function Credit({ check: { claim, participation, activity, attestation } }: { check: CertificateCheck }) {
  const offering = activity.offerings.find(({ id }) => id === claim.offeringId)
  const { scoreHundredths, testAttempts, minutesMeasured, minutesReported } = participation
  return (
    <Facts
      rows={[
        ['Credit', offering?.label ?? 'Not in this version of the activity'],
        [
          'Claimed',
          claim.claimedHundredths === null
            ? 'No amount'
            : `${hundredthsText(claim.claimedHundredths)} ${offering?.unit ?? ''}`
        ],
        ['Profession', professionWords(participation.profession)],
        [
          'Front matter',
          <>
            Shown <At time={participation.shownAt} />, acknowledged <At time={participation.acknowledgedAt} />
          </>
        ],
        [
          'Test',
          scoreHundredths === null
            ? 'None'
            : `${hundredthsText(scoreHundredths)} percent, passed at attempt ${testAttempts}`
        ],
        ['Evaluation', participation.isEvaluated === 1 ? 'Given; what it said is kept apart' : 'Not given'],
        [
          'Minutes',
          `${minutesReported === null ? 'None' : minutesReported} reported, ${minutesMeasured === null ? 'none' : minutesMeasured} measured`
        ],
        [
          'Attestation',
          attestation ? (
            <>
              “{attestation.text}” <At time={attestation.at} />
            </>
          ) : (
            'None'
          )
        ],
        ['Reported', 'Not reported to anybody: reports are not sent from here']
      ]}
    />
  )
}

function Steps({ check: { steps, isLogReadable } }: { check: CertificateCheck }) {
  if (!isLogReadable)
    return (
      <Notice title="The log of this claim does not replay" tone="risk">
        <p>An event of it is missing or changed. Nothing below it can be relied on; compare with a backup.</p>
      </Notice>
    )
  return (
    <Listing
      caption="The states of this claim"
      path=""
      search={{}}
      head={[
        { key: 'event', label: 'What happened' },
        { key: 'at', label: 'When' },
        { key: 'state', label: 'State after it' }
      ]}
      rows={steps.map(({ event, at, state }, index) => ({
        key: String(index),
        cells: [eventWords[event] ?? event, <At time={at} key="at" />, stateWords[state]]
      }))}
    />
  )
}

function Content({ check: { activity, contentHash } }: { check: CertificateCheck }) {
  const { draft, version, openedOn, contents } = activity
  return (
    <>
      <Facts
        rows={[
          ['Activity', draft.title],
          ['Version', `${version}, opened for credit on ${openedOn}`],
          ['Course', `${activity.course.title}, version ${activity.course.version}`],
          [
            'Dates',
            <>
              Released <Day date={draft.dates.release} />, reviewed <Day date={draft.dates.lastReview} />, ends{' '}
              <Day date={draft.dates.expiry} />
            </>
          ],
          ['Mark of all content', contentHash]
        ]}
      />
      <details>
        <summary>{contents.length} pieces of content, each by its version</summary>
        <Listing
          caption="Content of this version"
          path=""
          search={{}}
          head={[
            { key: 'id', label: 'Piece' },
            { key: 'kind', label: 'Kind' },
            { key: 'version', label: 'Version', isNumber: true },
            { key: 'hash', label: 'Mark' }
          ]}
          rows={contents.map(({ kind, id, version: piece, hash }) => ({
            key: `${kind} ${id}`,
            cells: [id, kind, piece, hash]
          }))}
        />
      </details>
    </>
  )
}
