import type { Tool } from '#content/figures-schema.ts'
import { getFigures } from '#server/learning/figures/queries.ts'
import { Table } from '../../_components/table.tsx'
import styles from './figure.module.css'
import { Grounded } from './statement.tsx'

const head = ['Tool and its use', 'Studied with', 'Items', 'Performance']

/** Screening tools side by side, as their owners and studies describe them; no item of any is quoted. */
export function ToolsTable() {
  const { tools, cautions } = getFigures().screening
  return (
    <section className={styles.figure} id="figure-tools" aria-labelledby="figure-tools-title">
      <h3 id="figure-tools-title">Screening tools compared</h3>
      <ul>
        {cautions.map((caution) => (
          <li key={caution.text}>
            <Grounded statement={caution} />
          </li>
        ))}
      </ul>
      <Table caption="Screening tools compared" head={head} rows={tools.map(rowOf)} />
      <p className={styles.note}>
        PEARR and CUES are guides to a conversation, not screens. Attune prints no item of any tool: take a tool from
        its owner, under its owner’s terms.
      </p>
    </section>
  )
}

function rowOf({ id, short, name, use, population, items, performance, comparedWith }: Tool) {
  return {
    key: id,
    cells: [
      <div className={styles.cell} key="tool">
        <p>
          <b>{short}</b>
          <br />
          {name}
        </p>
        <p>
          <Grounded statement={use} />
        </p>
      </div>,
      <Grounded statement={population} key="population" />,
      <Grounded statement={items} key="items" />,
      <div className={styles.cell} key="performance">
        <p>
          <Grounded statement={performance} />
        </p>
        <p>
          Held against: <Grounded statement={comparedWith} />
        </p>
      </div>
    ]
  }
}
