import type { IdentifierKind } from '#machines/activity/offering.ts'
import type { Masked } from '#server/people/profiles/mask-identifiers.ts'
import { Button } from '../../_components/button.tsx'
import { SelectField } from '../../_components/field.tsx'
import { Link } from '../../_components/link.tsx'
import { TextField } from '../../_components/text-field.tsx'
import { type AskedFor, profilePath } from './asked-for.ts'
import { numberWords } from './number-words.ts'
import styles from './profile.module.css'

type NumberFormProps = {
  masked: Masked
  askedFor: AskedFor
  /** Which are asked for; all of them where none is named. */
  kinds: readonly IdentifierKind[] | undefined
}

/** Takes numbers that some credits are reported with; an empty field leaves what is kept as it is. */
export function NumberForm({ masked: { numbers }, askedFor, kinds }: NumberFormProps) {
  const lines = numberWords.filter(({ kind }) => !kinds || kinds.includes(kind))
  const isKept = Object.keys(numbers).length > 0
  return (
    <form className="flow" method="post" action={profilePath(askedFor).replace('/profile', '/profile/numbers/save')}>
      {isKept && !kinds ? (
        <p>
          An empty field leaves what is kept as it is. <Link href="/account/profile/numbers">Show what is kept</Link>
        </p>
      ) : null}
      {lines.map(({ kind, label, hint, pattern, longest }) => (
        <div key={kind}>
          <TextField
            name={kind}
            label={label}
            hint={[hint, keptWords(numbers[kind])].filter(Boolean).join(' ')}
            pattern={pattern}
            inputMode={pattern ? 'numeric' : 'text'}
            maxLength={longest}
            autoComplete="off"
            spellCheck={false}
          />
          {numbers[kind] === undefined || kinds ? null : <Take kind={kind} label={label} />}
        </div>
      ))}
      {kinds?.includes('employeeId') ? (
        <TextField name="employeeId" label="Employee number" autoComplete="off" maxLength={60} />
      ) : null}
      {!kinds || kinds.includes('birthMonthDay') ? <BirthDay ending={numbers.birthMonthDay} canTake={!kinds} /> : null}
      <div>
        <Button>Save the numbers</Button>
      </div>
    </form>
  )
}

function keptWords(ending: string | undefined): string {
  if (ending === undefined) return ''
  return ending ? `Kept: ends in ${ending}.` : 'One is kept.'
}

function Take({ kind, label }: { kind: IdentifierKind; label: string }) {
  return (
    <label className={styles.take}>
      <input type="checkbox" name="take" value={kind} />
      Delete the {label} that is kept
    </label>
  )
}

function BirthDay({ ending, canTake }: { ending: string | undefined; canTake: boolean }) {
  return (
    <fieldset>
      <legend>
        <strong>Month and day of birth</strong>
      </legend>
      <p className={styles.hint}>
        Without the year. Some boards tell people of one name apart by it. {ending === undefined ? '' : 'One is kept.'}
      </p>
      <div className={styles.day}>
        <SelectField
          name="birthMonth"
          label="Month"
          options={[{ value: '', label: 'Month' }, ...months.map((label, index) => ({ value: two(index + 1), label }))]}
        />
        <SelectField
          name="birthDay"
          label="Day"
          options={[
            { value: '', label: 'Day' },
            ...Array.from({ length: 31 }, (_, index) => ({ value: two(index + 1), label: String(index + 1) }))
          ]}
        />
      </div>
      {ending === undefined || !canTake ? null : <Take kind="birthMonthDay" label="day of birth" />}
    </fieldset>
  )
}

const months = Array.from({ length: 12 }, (_, index) =>
  new Date(Date.UTC(2000, index, 1)).toLocaleString('en-US', { month: 'long', timeZone: 'UTC' })
)

function two(number: number): string {
  return String(number).padStart(2, '0')
}
