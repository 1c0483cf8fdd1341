import type { ProtocolGroup } from '#content/figures-schema.ts'
import type { FacilityLine } from '#server/learning/reference/queries.ts'
import { Cite } from '../../_components/cite.tsx'
import styles from './checklist.module.css'

type Component = ProtocolGroup['components'][number]
type ChecklistProps = { groups: readonly ProtocolGroup[]; lines: readonly FacilityLine[] }

/** Every part of a protocol with how it stands, who owns it and by when. */
export function Checklist({ groups, lines }: ChecklistProps) {
  return groups.map((group) => (
    <section className={styles.group} key={group.id} aria-labelledby={`group-${group.id}`}>
      <h2 id={`group-${group.id}`}>{group.name}</h2>
      <ul className="plainlist">
        {group.components.map((component) => (
          <Part key={component.id} component={component} lines={lines} />
        ))}
      </ul>
    </section>
  ))
}

function Part({ component, lines }: { component: Component; lines: readonly FacilityLine[] }) {
  const { id, name, what } = component
  return (
    <li>
      <fieldset className={styles.part}>
        <legend>{name}</legend>
        <p className={styles.what}>
          {what.text}{' '}
          <span className="noprint">{what.sources ? <Cite sources={what.sources} /> : 'Authors’ judgment.'}</span>
          <Feeds component={component} lines={lines} />
        </p>
        <div className={styles.fields}>
          <label>
            <span>State</span>
            <select id={`${id}-state`} defaultValue="">
              <option value="">Not looked at</option>
              <option value="in-place">In place</option>
              <option value="being-built">Being built</option>
              <option value="missing">Missing</option>
            </select>
          </label>
          <label>
            <span>Owner</span>
            <input type="text" id={`${id}-owner`} maxLength={28} autoComplete="off" />
          </label>
          <label>
            <span>By</span>
            <input type="date" id={`${id}-by`} />
          </label>
        </div>
      </fieldset>
    </li>
  )
}

function Feeds({ component, lines }: { component: Component; lines: readonly FacilityLine[] }) {
  const fed = lines.filter(({ id }) => component.feeds.includes(id))
  if (fed.length === 0) return null
  return (
    <span className="noprint">
      {' '}
      On the card:{' '}
      {fed.map(({ id, label }, index) => (
        <span key={id}>
          {index > 0 ? ', ' : ''}
          <a href={`#card-${id}`}>{label}</a>
        </span>
      ))}
      .
    </span>
  )
}
