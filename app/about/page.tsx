import type { Metadata } from 'next'
import { Link } from '#app/_components/link.tsx'
import { getRegistry } from '#server/learning/reference/queries.ts'
import { Cite } from '../_components/cite.tsx'
import { Page, PageHeading, Section } from '../_components/page.tsx'
import { Table } from '../_components/table.tsx'

export const metadata: Metadata = { title: 'About' }

/** What Attune is for, how it judges, who has read it and what it is not. */
export default function AboutPage() {
  return (
    <Page>
      <PageHeading
        title="About Attune"
        lede="Attune teaches health professionals to recognize patients who may be experiencing human trafficking and to respond without harm, by practicing whole visits: Stop, Observe, Ask, Respond."
      />
      <Section id="habits" title="What it trains">
        <p>
          Safe habits that hold for every patient, in place of a hunt for signs. You can have all five with no sign
          noticed and nothing disclosed.
        </p>
        <ul>
          <li>You saw the patient alone.</li>
          <li>You said the limits before asking.</li>
          <li>You gave information without needing suspicion.</li>
          <li>You honored the answer.</li>
          <li>You planned the record.</li>
        </ul>
        <p>
          Disclosure is not a goal and is never scored. A patient who says no, leaves with a companion or says nothing
          can have had good care. Whether a patient here is experiencing trafficking is not always settled, as in
          practice.
        </p>
      </Section>
      <Section id="judges" title="How it judges">
        <p>
          A debrief looks at what you could know at the time, not at how things turned out. It sets out six matters in
          words: safety, trust, choice, accuracy, duty and the safety of the record. There is no sum, no grade and no
          pass.
        </p>
        <p>
          Every reason names its sources, or says that it is the authors’ judgment. Final coding belongs to trained
          coding staff.
        </p>
      </Section>
      <Section id="competencies" title="Core competencies" wide>
        <Competencies />
      </Section>
      <Section id="review" title="Who has read it">
        <p>
          <b>Authors’ cross-read, not clinical, legal or lived-experience review.</b> All content is a draft until a
          clinician, a person with lived experience, a coding specialist and counsel have signed the version you see. A
          case shows its own state.
        </p>
      </Section>
      <Section id="not" title="What it is not">
        <ul>
          <li>
            It is education only. It is not a screening tool, and it does not tell you what a patient is living through.
          </li>
          <li>It is not legal advice and not coding advice. Duties differ by state; check your policy.</li>
          <li>
            It is not endorsed by the U.S. Department of Health and Human Services, whose framework it follows, and it
            is not that department’s training.
          </li>
          <li>It gives no continuing-education credit, and no page says that a state’s training mandate is met.</li>
        </ul>
      </Section>
      <Section id="source" title="Open source">
        <p>
          The software is open source under the Apache License 2.0. This copy is run by your organization or by the
          person who gave you its address. Read <Link href="/evidence">about the evidence</Link>,{' '}
          <Link href="/privacy">privacy</Link> and <Link href="/accessibility">accessibility</Link>.
        </p>
      </Section>
    </Page>
  )
}

function Competencies() {
  const { competencies } = getRegistry()
  return (
    <>
      <p>
        Each case names the objectives it serves and the federal core competencies they belong to, in our wording.{' '}
        <Cite sources={[...new Set(competencies.map((it) => it.source))]} />
      </p>
      <Table
        caption="Core competencies and the steps in which they are practiced"
        head={['Competency', 'In our words', 'Steps']}
        rows={competencies.map((it) => ({
          key: it.id,
          cells: [it.name, it.text, it.soar.map(capitalized).join(', ')]
        }))}
      />
    </>
  )
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
