import type { Scenario } from '#content/schema.ts'
import { getRegistry } from '#server/learning/reference/queries.ts'
import { capitalized } from '../../_components/words.ts'
import styles from './page.module.css'

/** The objectives of a case, each with its steps and the federal core competencies it belongs to. */
export function Objectives({ scenario }: { scenario: Scenario }) {
  const { competencies } = getRegistry()
  const nameOf = (id: string) => competencies.find((it) => it.id === id)?.name ?? id
  return (
    <ul className={`plainlist ${styles.objectives}`}>
      {scenario.objectives.map((objective) => (
        <li key={objective.id}>
          <p>{objective.text}</p>
          <p className={styles.belongs}>
            {objective.soar.map(capitalized).join(', ')}.{' '}
            {objective.competencies.length > 1 ? 'Competencies' : 'Competency'}:{' '}
            {objective.competencies.map((id) => nameOf(id).toLowerCase()).join(', ')}.
          </p>
        </li>
      ))}
    </ul>
  )
}
