import { Link } from '#app/_components/link.tsx'
import { Button } from '../_components/button.tsx'
import { SelectField } from '../_components/field.tsx'
import { wordsOf } from '../_components/words.ts'
import styles from './page.module.css'

type FilterProps = {
  settings: readonly string[]
  roles: readonly { id: string; label: string }[]
  setting: string
  role: string
}

/** Narrows the list; a plain form whose choice stands in the address. */
export function Filter({ settings, roles, setting, role }: FilterProps) {
  return (
    <form className={styles.filter} action="/learn" aria-label="Narrow the list" key={`${setting} ${role}`}>
      <SelectField
        name="setting"
        label="Setting"
        chosen={setting}
        options={[{ value: '', label: 'Any setting' }, ...settings.map((value) => ({ value, label: wordsOf(value) }))]}
      />
      <SelectField
        name="role"
        label="Role in the case"
        chosen={role}
        options={[{ value: '', label: 'Any role' }, ...roles.map(({ id, label }) => ({ value: id, label }))]}
      />
      <div className={styles.narrow}>
        <Button tone="plain">Filter</Button>
        {setting || role ? <Link href="/learn">Show all</Link> : null}
      </div>
    </form>
  )
}
