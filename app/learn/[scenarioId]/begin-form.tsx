import type { Scenario } from '#content/schema.ts'
import { getRegistry, listRoles } from '#server/learning/reference/queries.ts'
import { keepDays, keepHoursShared } from '#server/people/learners/lifetime.ts'
import { Button } from '../../_components/button.tsx'
import { CheckField, SelectField } from '../../_components/field.tsx'
import styles from './page.module.css'

type BeginFormProps = {
  scenario: Scenario
  isNew: boolean
  isSignedIn: boolean
  role: string | string[] | undefined
}

/**
 * Who one is for this visit; nobody needs to say. `isNew` leaves a visit under way behind and starts apart from it,
 * `role` is the one that a course names for this case; an account needs no cookie.
 */
export function BeginForm({ scenario, isNew, isSignedIn, role }: BeginFormProps) {
  const roles = listRoles().map(({ id, label }) => ({ value: id, label }))
  const parts = listRoles().filter(({ id }) => scenario.roles.some((it) => it === id))
  const places = getRegistry().jurisdictions.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <form className={styles.begin} method="post" action={`/learn/${scenario.id}/begin`}>
      {isNew ? <input type="hidden" name="as" value="new" /> : null}
      <p>
        In this case you take the part of the {parts.map(({ label }) => label.toLowerCase()).join(' or the ')}, whatever
        your own profession.
      </p>
      <SelectField
        name="role"
        label="Your profession"
        hint="Decides how much the debrief says about coding."
        options={roles}
        chosen={roles.find(({ value }) => value === role)?.value ?? 'not-listed'}
      />
      <SelectField
        name="jurisdiction"
        label="Your state or territory"
        hint="Decides which duties to report are shown. Where one is unknown, the case says: check your policy."
        options={places}
        chosen="unknown"
      />
      {isSignedIn ? null : (
        <CheckField
          name="shared"
          value="yes"
          label="This is a shared computer"
          hint={`The cookie goes when the browser closes, and your answers are deleted ${keepHoursShared} hours after the last one.`}
        />
      )}
      <div>
        <Button>{isNew ? 'Start as someone new' : 'Begin the visit'}</Button>
        <p className={styles.cookie} hidden={isSignedIn}>
          This sets one cookie with a random number, kept for {keepDays} days after you last began or continued a case.
          It lets you come back to where you were.
        </p>
      </div>
    </form>
  )
}
