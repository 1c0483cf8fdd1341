import { Badge } from '#app/_components/badge.tsx'
import { Notice } from '#app/_components/notice.tsx'
import type { CertificateCheck } from '#server/credit/reports/check-certificate.ts'
import type { Finding } from '#server/credit/reports/compare-record.ts'
import { Listing } from '../_parts/listing.tsx'
import { OfficeSection } from '../_parts/office-page.tsx'
import { comparedWords, replayWords } from './words.ts'

/** Whether what is stored is what its logs come to, value by value. */
export function Comparison({ check }: { check: CertificateCheck }) {
  const { findings, testReplay, isLogReadable } = check
  const differing = findings.filter(({ isSame }) => !isSame)
  return (
    <OfficeSection id="replay" title="The replay" hint={replayWords[testReplay]}>
      <Verdict differing={differing} isWhole={isLogReadable && testReplay !== 'unreadable'} />
      {differing.length > 0 ? <Values caption="What differs" findings={differing} /> : null}
      {findings.length > 0 ? (
        <details>
          <summary>All {findings.length} values that were compared</summary>
          <Values caption="Everything that was compared" findings={findings} />
        </details>
      ) : null}
    </OfficeSection>
  )
}

function Verdict({ differing, isWhole }: { differing: readonly Finding[]; isWhole: boolean }) {
  if (differing.length === 0 && isWhole)
    return (
      <p>
        <Badge tone="done">Same result</Badge> Everything that is stored is what its log comes to.
      </p>
    )
  const title = differing.length === 0 ? 'A log does not replay' : 'What is stored differs from its log'
  return (
    <Notice title={title} tone="risk">
      <p>
        {differing.length === 0
          ? 'An event of it is missing or changed. Compare with a backup before you rely on this certificate.'
          : 'A row was changed outside this software, or its log was. Compare with a backup before you rely on this certificate.'}
      </p>
    </Notice>
  )
}

function Values({ caption, findings }: { caption: string; findings: readonly Finding[] }) {
  return (
    <Listing
      caption={caption}
      path=""
      search={{}}
      head={[
        { key: 'what', label: 'Value' },
        { key: 'stored', label: 'Stored' },
        { key: 'replayed', label: 'From the log' },
        { key: 'same', label: 'Result' }
      ]}
      rows={findings.map(({ what, stored, replayed, isSame }, index) => ({
        key: `${what} ${index}`,
        cells: [
          comparedWords[what],
          shortened(stored),
          shortened(replayed),
          <Badge tone={isSame ? 'done' : 'risk'} key="same">
            {isSame ? 'Same' : 'Differs'}
          </Badge>
        ]
      }))}
    />
  )
}

function shortened(text: string): string {
  if (text === '') return 'Nothing'
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}
