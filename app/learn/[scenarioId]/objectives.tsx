import type { Scenario } from '#content/schema.ts'
import { getRegistry } from '#server/learning/reference/queries.ts'
import { Table } from '../../_components/table.tsx'
import { capitalized } from '../words.ts'

/** The objectives of a case, with the federal core competencies and the steps they belong to. */
export function Objectives({ scenario }: { scenario: Scenario }) {
  const { competencies } = getRegistry()
  const nameOf = (id: string) => competencies.find((it) => it.id === id)?.name ?? id
  return (
    <Table
      caption="Objectives"
      head={['Objective', 'Core competency', 'Step']}
      rows={scenario.objectives.map((objective) => ({
        key: objective.id,
        cells: [
          objective.text,
          objective.competencies.map(nameOf).join(', '),
          objective.soar.map(capitalized).join(', ')
        ]
      }))}
    />
  )
}
