import type { Agenda } from '#content/workshop-schema.ts'
import { Section } from '../../_components/page.tsx'

/** What whoever leads prepares, says and does, from the week before to the week after. */
export function Guide({ agenda }: { agenda: Agenda }) {
  const { people, purpose, setUp, distress, disclosure, care, print, afterwards, tableRoles } = agenda
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
      {tableRoles ? (
        <Section id="tables" title="At the tables">
          <Lines lines={tableRoles.map(({ name, text }) => `${name}: ${text}`)} />
        </Section>
      ) : null}
      <Section id="distress" title="When somebody is upset">
        <Lines lines={distress} />
      </Section>
      <Section id="disclosure" title="When somebody tells of themselves">
        <Lines lines={disclosure} />
      </Section>
      <Section id="care" title="For those who lead">
        <Lines lines={care} />
      </Section>
      <Section id="print" title="To print">
        <Lines lines={print} />
      </Section>
      <Section id="afterwards" title="Afterward">
        <Lines lines={afterwards} />
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
