import { Notice } from '#app/_components/notice.tsx'
import type { SectionField } from './section-fields.ts'
import styles from './section-form.module.css'

type StandsNowProps = { fields: readonly SectionField[]; typed: ReadonlyMap<string, readonly string[]> }

/** For a form that was overtaken: what was saved by somebody else, where it differs from what was typed. */
export function StandsNow({ fields, typed }: StandsNowProps) {
  const different = fields.filter(
    (field) => textOf(field) !== (typed.get(field.name) ?? []).join('\n').replace(/\r/g, '')
  )
  if (different.length === 0) return null
  return (
    <Notice title="As it stands now, where it differs from what you typed">
      <dl className={styles.now}>
        {different.map((field) => (
          <div key={field.name}>
            <dt>{field.label}</dt>
            <dd>{shown(field) || 'Empty'}</dd>
          </div>
        ))}
      </dl>
    </Notice>
  )
}

function textOf(field: SectionField): string {
  return field.kind === 'several' ? field.values.join('\n') : field.value
}

function shown(field: SectionField): string {
  if (field.kind === 'one') return labelOf(field.options, field.value)
  if (field.kind === 'several') return field.values.map((value) => labelOf(field.options, value)).join(' · ')
  return field.value
}

function labelOf(options: readonly { value: string; label: string }[], value: string): string {
  return options.find((option) => option.value === value)?.label ?? value
}
