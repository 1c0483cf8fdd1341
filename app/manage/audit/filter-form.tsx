import { Button } from '#app/_components/button.tsx'
import { SelectField } from '#app/_components/field.tsx'
import type { AuditFilter } from '#server/people/audit/list-audit.ts'
import { LineField } from '../_parts/fields.tsx'
import styles from './audit.module.css'
import { inWords } from './filter-in.ts'

type FilterFormProps = { filter: AuditFilter; acts: readonly string[]; kinds: readonly string[] }

/** Narrows the log; it is asked for in the address, so that it can be kept. */
export function FilterForm({ filter, acts, kinds }: FilterFormProps) {
  const options = (every: string, words: readonly string[]) => [
    { value: '', label: every },
    ...words.map((word) => ({ value: word, label: inWords(word) }))
  ]
  return (
    <search>
      <form className={styles.filter} action="/manage/audit">
        <SelectField name="act" label="What was done" options={options('Anything', acts)} chosen={filter.act} />
        <LineField name="who" label="Who" hint="A name or an address" longest={100} value={filter.who} />
        <SelectField name="kind" label="To what" options={options('Anything', kinds)} chosen={filter.subjectKind} />
        <LineField
          name="id"
          label="Its number"
          hint="As a line below shows it"
          longest={100}
          value={filter.subjectId}
        />
        <LineField type="date" name="from" label="From" value={filter.from} />
        <LineField type="date" name="to" label="To" value={filter.to} />
        <div className={styles.end}>
          <Button tone="plain">Narrow</Button>
        </div>
      </form>
    </search>
  )
}
