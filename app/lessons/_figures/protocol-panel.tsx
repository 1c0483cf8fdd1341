import { getFigures } from '#server/learning/figures/queries.ts'
import { ButtonLink } from '../../_components/button.tsx'
import styles from './figure.module.css'

/** Leads to the checklist of a facility's protocol and says what it holds. */
export function ProtocolPanel() {
  const { groups } = getFigures().protocol
  const count = groups.reduce((sum, { components }) => sum + components.length, 0)
  return (
    <section className={styles.figure} id="figure-protocol-checklist" aria-labelledby="figure-protocol-checklist-title">
      <h3 id="figure-protocol-checklist-title">Your own protocol, part by part</h3>
      <p>
        A checklist of {count} parts in {groups.length} groups: what is in place, what is being built, what is missing,
        who owns it and by when. Fill it in and print it; its last page becomes your facility card.
      </p>
      <p>
        <ButtonLink href="/facility/protocol" tone="plain">
          Open the protocol checklist
        </ButtonLink>
      </p>
    </section>
  )
}
