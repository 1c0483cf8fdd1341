import { Button, ButtonLink } from '#app/_components/button.tsx'
import type { DraftSection } from '#machines/activity/sections.ts'
import { CheckFields, FormEnd, LineField, OfficeForm, RadioFields, TextField } from '../../../../_parts/fields.tsx'
import type { SectionField } from './section-fields.ts'
import styles from './section-form.module.css'

type Typed = ReadonlyMap<string, readonly string[]>

type SectionFormProps = {
  activityId: string
  section: DraftSection
  revision: number
  fields: readonly SectionField[]
  /** What was typed where the form was refused; it stands before the draft. */
  typed: Typed | undefined
  /** Names of fields that could not be read. */
  faults: readonly string[]
  /** By the name of a field, what the checklist says of it. */
  gaps: ReadonlyMap<string, string>
}

/** The form of one section of the draft. */
export function SectionForm({ activityId, section, revision, fields, typed, faults, gaps }: SectionFormProps) {
  return (
    <OfficeForm action={`/manage/activities/${activityId}/sections/${section}/save`}>
      <input type="hidden" name="revision" value={revision} />
      {fields.map((field) => (
        <Control
          field={field}
          typed={typed}
          fault={faults.includes(field.name) ? faultWords[field.kind] : undefined}
          gap={gaps.get(field.name)}
          key={field.name}
        />
      ))}
      <FormEnd>
        <Button>Save</Button>
        <ButtonLink tone="plain" href={`/manage/activities/${activityId}`}>
          Back to the checklist
        </ButtonLink>
      </FormEnd>
    </OfficeForm>
  )
}

/** What to put right in a field that could not be read. */
export const faultWords: Record<SectionField['kind'], string> = {
  line: 'Write at most 300 characters.',
  text: 'Shorten this text.',
  day: 'Give a day, or leave it empty.',
  number: 'Give a whole number within the limits.',
  one: 'Choose one of these.',
  several: 'Choose among these.'
}

type ControlProps = {
  field: SectionField
  typed: Typed | undefined
  fault: string | undefined
  gap: string | undefined
}

function Control({ field, typed, fault, gap }: ControlProps) {
  const common = { name: field.name, hint: field.hint || gap ? <Hint hint={field.hint} gap={gap} /> : undefined, fault }
  const typedHere = typed?.get(field.name)
  switch (field.kind) {
    case 'one':
      return (
        <RadioFields {...common} legend={field.label} options={field.options} chosen={typedHere?.[0] ?? field.value} />
      )
    case 'several':
      return (
        <CheckFields
          {...common}
          legend={field.label}
          options={field.options}
          chosen={typed ? (typedHere ?? []) : field.values}
        />
      )
    case 'text':
      return (
        <TextField
          {...common}
          label={field.label}
          rows={field.rows ?? 4}
          longest={field.longest ?? 6000}
          value={typedHere?.[0] ?? field.value}
        />
      )
    case 'number':
      return (
        <LineField
          {...common}
          label={field.label}
          type="number"
          least={field.least}
          most={field.most}
          value={typedHere?.[0] ?? field.value}
        />
      )
    case 'day':
      return <LineField {...common} label={field.label} type="date" value={typedHere?.[0] ?? field.value} />
    case 'line':
      return (
        <LineField
          {...common}
          label={field.label}
          type={field.type ?? 'text'}
          longest={300}
          value={typedHere?.[0] ?? field.value}
        />
      )
  }
}

function Hint({ hint, gap }: { hint: string | undefined; gap: string | undefined }) {
  return (
    <>
      {hint}
      {gap ? <span className={styles.gap}>{gap}</span> : null}
    </>
  )
}
