import type { Agenda } from '#content/workshop-schema.ts'
import { Section } from '../../_components/page.tsx'

/** What whoever leads prepares, and what they do when somebody is upset. */
export function Guide({ agenda: { people, purpose, setUp, distress, print } }: { agenda: Agenda }) {
  return (
    <>
      <Section id="purpose" title="Purpose">
        <Lines lines={purpose} />
        <p>
          For {people.from} to {people.to} people. {people.seating}
        </p>
      </Section>
      <Section id="set-up" title="To prepare">
        <Lines lines={setUp} />
      </Section>
      <Section id="distress" title="When somebody is upset">
        <Lines lines={distress} />
      </Section>
      <Section id="print" title="To print">
        <Lines lines={print} />
      </Section>
    </>
  )
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
