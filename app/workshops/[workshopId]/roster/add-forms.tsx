import { listProfessions } from '#machines/activity/professions.ts'
import { Button } from '../../../_components/button.tsx'
import { CheckField, Field, SelectField } from '../../../_components/field.tsx'
import { Section } from '../../../_components/page.tsx'
import { TextField } from '../../../_components/text-field.tsx'
import styles from './roster.module.css'

type AddProps = { path: string; heldOn: string }

/** What is entered by hand: one person, or a paper sheet. Each with a reason, which the log keeps. */
export function AddForms({ path, heldOn }: AddProps) {
  return (
    <>
      <Section id="add" title="Add one person">
        <details>
          <summary>Somebody without a phone, or who came late to the door</summary>
          <AddOne path={path} heldOn={heldOn} />
        </details>
      </Section>
      <Section id="sheet" title="Enter a paper sheet">
        <details>
          <summary>Lines as they were signed on paper</summary>
          <AddSheet path={path} heldOn={heldOn} />
        </details>
      </Section>
    </>
  )
}

function AddOne({ path, heldOn }: AddProps) {
  return (
    <form className={styles.form} method="post" action={`${path}/add`}>
      <input type="hidden" name="day" value={heldOn} />
      <TextField name="givenName" label="Given name" maxLength={120} autoComplete="off" required />
      <TextField name="familyName" label="Family name" maxLength={120} autoComplete="off" required />
      <TextField
        name="email"
        type="email"
        label="E-mail address"
        hint="Credit is taken with it; without one there is a roster line and no credit."
        maxLength={254}
        autoComplete="off"
      />
      <SelectField
        name="profession"
        label="Profession"
        options={[
          { value: '', label: 'Not said' },
          ...listProfessions().map(({ id, label }) => ({ value: id, label }))
        ]}
      />
      <TextField name="from" type="time" label="Came at" required />
      <TextField name="to" type="time" label="Left at" required />
      <HasRead id="read-one" />
      <TextField name="reason" label="Reason" maxLength={300} autoComplete="off" required />
      <div>
        <Button tone="plain">Add to the roster</Button>
      </div>
    </form>
  )
}

function AddSheet({ path, heldOn }: AddProps) {
  return (
    <form className={styles.form} method="post" action={`${path}/sheet`}>
      <input type="hidden" name="day" value={heldOn} />
      <Field
        id="lines"
        label="Lines"
        hint="One person a line: given name, family name, address or nothing, profession or nothing, came, left. As: Ada, Example, ada@example.org, physician, 9:00, 10:00"
      >
        <textarea
          className={styles.sheet}
          id="lines"
          name="lines"
          rows={8}
          maxLength={60_000}
          autoComplete="off"
          spellCheck={false}
          required
          aria-describedby="lines-hint"
        />
      </Field>
      <HasRead id="read-all" />
      <TextField
        name="reason"
        id="sheet-reason"
        label="Reason"
        hint="Such as: signed on paper; who keeps the sheet, and where."
        maxLength={300}
        autoComplete="off"
        required
      />
      <div>
        <Button tone="plain">Take the sheet</Button>
      </div>
    </form>
  )
}

// Two of one page need ids of their own.
function HasRead({ id }: { id: string }) {
  return (
    <div>
      <CheckField
        name={id}
        value="yes"
        label="They were given the front matter before it began"
        hint="Credit needs it: objectives, disclosures and the rest, as the paper kit has them."
      />
    </div>
  )
}
