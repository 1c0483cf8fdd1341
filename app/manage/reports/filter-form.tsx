import { Button } from '#app/_components/button.tsx'
import { SelectField } from '#app/_components/field.tsx'
import type { FilterOption } from '#server/credit/reports/completion-filter.ts'
import { LineField } from '../_parts/fields.tsx'
import styles from './reports.module.css'

type FilterFormProps = {
  options: Record<'activities' | 'departments' | 'professions', FilterOption[]>
  search: Readonly<Record<string, string | string[] | undefined>>
}

/** Narrows a report; it is asked for in the address, so that it can be kept and sent on. */
export function FilterForm({ options, search }: FilterFormProps) {
  const chosen = (name: string) => (typeof search[name] === 'string' ? search[name] : undefined)
  const select = (name: string, label: string, every: string, known: FilterOption[]) => (
    <SelectField name={name} label={label} options={[{ value: '', label: every }, ...known]} chosen={chosen(name)} />
  )
  return (
    <form className={styles.filter} action="/manage/reports">
      {select('activity', 'Activity', 'All activities', options.activities)}
      {select('department', 'Department', 'All departments', options.departments)}
      {select('profession', 'Profession', 'All professions', options.professions)}
      <LineField type="date" name="from" label="From" value={chosen('from')} />
      <LineField type="date" name="to" label="To" value={chosen('to')} />
      <div className={styles.end}>
        <Button tone="plain">Narrow</Button>
      </div>
    </form>
  )
}
