import type { Masked } from '#server/people/profiles/mask-identifiers.ts'
import { states } from '#server/people/profiles/states.ts'
import { Button } from '../../_components/button.tsx'
import { SelectField } from '../../_components/field.tsx'
import { TextField } from '../../_components/text-field.tsx'
import { type AskedFor, profilePath } from './asked-for.ts'
import styles from './profile.module.css'

type LicensesProps = { licenses: Masked['licenses']; askedFor: AskedFor }

/** One's own licenses, with all but the ends of their numbers hidden. */
export function Licenses({ licenses, askedFor }: LicensesProps) {
  if (licenses.length === 0) return null
  return (
    <ul className="plainlist">
      {licenses.map(({ id, state, board, kind, ending }) => (
        <li className={styles.license} key={id}>
          <div>
            {kind}, {state}
            {ending ? `, ends in ${ending}` : ''}
            <br />
            <small>{board}</small>
          </div>
          <form method="post" action={profilePath(askedFor).replace('/profile', `/profile/licenses/${id}/remove`)}>
            <Button tone="plain">
              Remove
              <span className="unseen">
                {' '}
                {kind}, {state}
              </span>
            </Button>
          </form>
        </li>
      ))}
    </ul>
  )
}

/** Takes one more license, as its state writes it. */
export function LicenseForm({ askedFor }: { askedFor: AskedFor }) {
  return (
    <form className="flow" method="post" action={profilePath(askedFor).replace('/profile', '/profile/licenses/add')}>
      <h3>Add a license</h3>
      <SelectField
        name="state"
        label="State or territory"
        options={[
          { value: '', label: 'Choose one' },
          ...Object.entries(states).map(([value, label]) => ({ value, label }))
        ]}
        isRequired
      />
      <TextField name="board" label="Board that issued it" required maxLength={120} autoComplete="off" />
      <TextField name="kind" label="Kind" hint="Such as RN, MD or LCSW." required maxLength={80} autoComplete="off" />
      <TextField
        name="number"
        label="Number"
        hint="Exactly as on the license, with its letters and leading zeros."
        required
        maxLength={40}
        autoComplete="off"
        spellCheck={false}
      />
      <div>
        <Button>Add the license</Button>
      </div>
    </form>
  )
}
