import { listRoles } from '#server/learning/reference/queries.ts'
import { keepDays, keepHoursShared } from '#server/people/learners/lifetime.ts'
import { Button } from '../../_components/button.tsx'
import { CheckField, SelectField } from '../../_components/field.tsx'
import styles from './page.module.css'

type EnrollFormProps = {
  course: { id: string }
  role: string | undefined
  /** Whether this reader has a cookie already. */
  isKnown: boolean
  /** The course is begun, and only the profession may change. */
  isChange?: boolean
}

/** The form that begins a course, and later changes the profession it is taken in. */
export function EnrollForm({ course, role, isKnown, isChange = false }: EnrollFormProps) {
  return (
    <form className={styles.begin} method="post" action={`/courses/${course.id}/enroll`} key={role}>
      <SelectField
        name="role"
        label="Your profession"
        hint="Decides which case you are given where there is one for your work."
        options={listRoles().map(({ id, label }) => ({ value: id, label }))}
        chosen={role}
      />
      {isKnown ? null : (
        <CheckField
          name="shared"
          value="yes"
          label="This is a shared computer"
          hint={`The cookie goes when the browser closes, and what you did is deleted ${keepHoursShared} hours later.`}
        />
      )}
      <div>
        <Button tone={isChange ? 'plain' : 'action'}>{isChange ? 'Change profession' : 'Begin the course'}</Button>
        {isKnown ? null : (
          <p className={styles.cookie}>
            This sets one cookie with a random number, kept for {keepDays} days after you last came back. Lessons and
            cases you have done on this computer already count.
          </p>
        )}
      </div>
    </form>
  )
}
