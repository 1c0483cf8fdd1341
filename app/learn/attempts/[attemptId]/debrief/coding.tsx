import { Badge } from '#app/_components/badge.tsx'
import { CodeApart } from '#app/_components/code-apart.tsx'
import { Link } from '#app/_components/link.tsx'
import { Notice } from '#app/_components/notice.tsx'
import { Table } from '#app/_components/table.tsx'
import type { CodeEntry, Source } from '#content/registry-schema.ts'
import type { Certainty } from '#content/schema.ts'
import { addressOf, answersTo } from '#machines/coding/aid.ts'
import type { DebriefView } from '#machines/scenario/debrief.ts'
import { Reason } from './cite.tsx'
import styles from './debrief.module.css'

type Coding = DebriefView['coding']
type CodingProps = { coding: Coding; codes: readonly CodeEntry[]; sources: readonly Source[] }

const rowWords: Record<Certainty, { name: string; category: string }> = {
  suspected: { name: 'Suspected', category: 'T76' },
  confirmed: { name: 'Confirmed', category: 'T74' },
  'ruled-out': { name: 'Ruled out', category: 'Z04.81 or Z04.82' },
  history: { name: 'History', category: 'Z62.813 or Z91.42' },
  none: { name: 'None of these', category: 'What was treated, other documented abuse, social circumstances' }
}

/** Coding as a consequence of the record: readers first, then what was written, then the row and the code. */
export function Coding({ coding, codes, sources }: CodingProps) {
  return (
    <>
      <h3>Who could read this</h3>
      <ul>
        {coding.readers.map((reader) => (
          <li key={reader}>{reader}</li>
        ))}
      </ul>
      {coding.access === 'none' ? <NoCodes /> : <Codes coding={coding} codes={codes} sources={sources} />}
    </>
  )
}

function NoCodes() {
  return (
    <Notice>
      <p>
        Your role is not shown codes, or what the patient told the care team. Both rest with the people who treat and
        document. Nothing is missing from what you did: you notice, offer privacy, hand over and stop.
      </p>
    </Notice>
  )
}

function Codes({ coding, codes, sources }: CodingProps) {
  return (
    <>
      <h3>What the responsible provider documented in this run</h3>
      <blockquote className={styles.quote}>{coding.documented}</blockquote>
      {coding.access === 'supporting' && <p>Your note cannot support T74 or T76; the responsible provider’s can.</p>}
      <h3>Which row this documentation supports</h3>
      <Rows coding={coding} sources={sources} />
      <h3>A complete code, taken apart</h3>
      {coding.example ? (
        <CodeApart code={coding.example} codes={codes} />
      ) : (
        <p>No code of this set fits what was documented, so there is none to take apart.</p>
      )}
      <p className="noprint">
        <Link href={aidFor(coding.example)}>How a record leads to a code</Link>
      </p>
      <Supported coding={coding} codes={codes} />
      <p>
        A T74 or T76 that stands first is the most visible line of a claim: the payer, the policyholder and the portal
        may all show it. Where that could bring harm, take it to compliance or health-information management; a
        documented diagnosis is never quietly left off.
      </p>
      {coding.askCodingStaff.length > 0 && <AskCodingStaff coding={coding} sources={sources} />}
      <p className={styles.last}>Final coding belongs to trained coding staff.</p>
    </>
  )
}

function Rows({ coding, sources }: Omit<CodingProps, 'codes'>) {
  return (
    <Table
      caption="The five rows, the one this documentation supports, and why the others do not fit"
      head={['Documented as', 'Category', 'In this run']}
      rows={coding.rows.map(({ row, isSupported, why }) => ({
        key: row,
        cells: [
          rowWords[row].name,
          rowWords[row].category,
          <>
            {isSupported && (
              <p className={styles.badge}>
                <Badge tone="done">Supported here</Badge>
              </p>
            )}
            <p className={styles.why}>
              <Reason reason={why} sources={sources} />
            </p>
          </>
        ]
      }))}
    />
  )
}

function Supported({ coding, codes }: Omit<CodingProps, 'sources'>) {
  const titleOf = (code: string) => codes.find((entry) => entry.code === code)?.title
  return (
    <>
      {coding.codes.length > 0 && (
        <>
          <h3>Codes that this documentation supports</h3>
          <ul className={styles.codes}>
            {coding.codes.map((code) => (
              <li key={code}>
                <CodeLink code={code} isKnown={titleOf(code) !== undefined} /> {titleOf(code)}
              </li>
            ))}
          </ul>
        </>
      )}
      {coding.treated.length > 0 && (
        <>
          <h3>What was treated</h3>
          <ul className={styles.codes}>
            {coding.treated.map(({ text, code }) => (
              <li key={text}>
                {text} {code && <CodeLink code={code} isKnown={titleOf(code) !== undefined} />}
                {code && titleOf(code) ? ` (${titleOf(code)})` : ''}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

/** A code with a way to its page, where the set has it. */
function CodeLink({ code, isKnown }: { code: string; isKnown: boolean }) {
  if (!isKnown) return <b>{code}</b>
  return (
    <Link href={`/reference/codes/${code}`}>
      <b>{code}</b>
    </Link>
  )
}

/** The aid with the answers that lead to a code, or at its first question. */
function aidFor(code: string | null): string {
  const answers = code && answersTo(code)
  return answers ? `/reference/codes/decide?${addressOf(answers)}` : '/reference/codes/decide'
}

function AskCodingStaff({ coding, sources }: Omit<CodingProps, 'codes'>) {
  return (
    <>
      <h3>Ask coding staff</h3>
      <ul>
        {coding.askCodingStaff.map((question) => (
          <li key={question.text}>
            <Reason reason={question} sources={sources} />
          </li>
        ))}
      </ul>
    </>
  )
}
