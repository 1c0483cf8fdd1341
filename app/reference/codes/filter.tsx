import { Button } from '#app/_components/button.tsx'
import { Field, type Option, SelectField } from '#app/_components/field.tsx'
import { Link } from '#app/_components/link.tsx'
import type { CodeSearch } from '#server/learning/reference/codes.ts'
import styles from './codes.module.css'
import { isBlank } from './search.ts'
import { ageWords, certaintyWords, exploitationWords, groupWords } from './words.ts'

/** Looks through the codes; a plain form whose choices stand in the address. */
export function CodeFilter({ search }: { search: CodeSearch }) {
  return (
    <form
      className={styles.filter}
      action="/reference/codes"
      aria-label="Look through the codes"
      key={Object.values(search).join(' ')}
    >
      <Field id="q" label="Words or a code" hint="As in child, runaway, T76.52">
        <input
          className={styles.words}
          type="search"
          id="q"
          name="q"
          defaultValue={search.q}
          aria-describedby="q-hint"
          autoComplete="off"
        />
      </Field>
      <SelectField name="group" label="Group" chosen={search.group} options={options('Any group', groupWords)} />
      <SelectField
        name="certainty"
        label="Certainty"
        chosen={search.certainty}
        options={options('Any', certaintyWords)}
      />
      <SelectField
        name="exploitation"
        label="Exploitation"
        chosen={search.exploitation}
        options={options('Any or none', { sexual: exploitationWords.sexual, labor: exploitationWords.labor })}
      />
      <SelectField
        name="age"
        label="Age at the visit"
        chosen={search.age}
        options={options('Any age', { adult: ageWords.adult, child: ageWords.child })}
      />
      <SelectField
        name="billable"
        label="Complete"
        chosen={search.billable}
        options={options('Codes and headings', { yes: 'Complete codes only', no: 'Headings only' })}
      />
      <div className={styles.narrow}>
        <Button tone="plain">Find</Button>
        {isBlank(search) ? null : <Link href="/reference/codes">Clear</Link>}
      </div>
    </form>
  )
}

function options(any: string, words: Readonly<Record<string, string>>): Option[] {
  return [{ value: '', label: any }, ...Object.entries(words).map(([value, label]) => ({ value, label }))]
}
