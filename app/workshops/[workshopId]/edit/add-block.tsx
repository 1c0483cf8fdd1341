import { servedWorkshops } from '#server/workshop/workshops/served.ts'
import { Field, SelectField } from '../../../_components/field.tsx'

/** One more block, put at the end; its place can be changed once it is saved. */
export function AddBlock() {
  const { scenarios, cuts } = servedWorkshops()
  const cases = cuts.map(({ scenario }) => ({
    value: `case/${scenario}`,
    label: `Case: ${scenarios.find(({ id }) => id === scenario)?.title ?? scenario}`
  }))
  return (
    <details>
      <summary>Add a block at the end</summary>
      <SelectField
        name="add.kind"
        label="What"
        options={[
          { value: '', label: 'Nothing' },
          { value: 'discussion', label: 'Discussion' },
          { value: 'text', label: 'One sentence from everybody, read before it is shown' },
          { value: 'confidence', label: 'How sure people are, one to five' },
          { value: 'break', label: 'Break' },
          ...cases
        ]}
      />
      <Field id="add.title" label="Title">
        <input type="text" id="add.title" name="add.title" maxLength={120} />
      </Field>
      <Field id="add.prompt" label="Question or prompt" hint="Not needed for a break or a case.">
        <input type="text" id="add.prompt" name="add.prompt" maxLength={300} aria-describedby="add.prompt-hint" />
      </Field>
      <Field id="add.minutes" label="Minutes">
        <input type="number" id="add.minutes" name="add.minutes" min={1} max={60} defaultValue={5} />
      </Field>
    </details>
  )
}
