import { Button } from '#app/_components/button.tsx'
import { type Option, SelectField } from '#app/_components/field.tsx'
import { Link } from '#app/_components/link.tsx'
import { channelWords, strengthWords, wordsOf } from '#app/_components/words.ts'
import { type IndicatorSearch, listIndicatorSettings } from '#server/learning/reference/indicators.ts'
import styles from './indicators.module.css'
import { ageWords, kindWords, strengthOrder } from './words.ts'

/** Narrows the signs; a plain form whose choices stand in the address. */
export function IndicatorFilter({ search }: { search: IndicatorSearch }) {
  const chosen = Object.values(search)
  return (
    <form
      className={styles.filter}
      action="/reference/indicators"
      aria-label="Narrow the indicators"
      key={chosen.join(' ')}
    >
      <SelectField
        name="setting"
        label="Setting"
        chosen={search.setting}
        options={[any, ...listIndicatorSettings().map((value) => ({ value, label: wordsOf(value) }))]}
      />
      <SelectField name="channel" label="Where it shows" chosen={search.channel} options={options(channelWords)} />
      <SelectField
        name="strength"
        label="Strength"
        chosen={search.strength}
        options={[any, ...strengthOrder.map((value) => ({ value, label: strengthWords[value] ?? value }))]}
      />
      <SelectField name="age" label="Age" chosen={search.age} options={options(ageWords)} />
      <SelectField name="kind" label="Exploitation" chosen={search.kind} options={options(kindWords)} />
      <div className={styles.narrow}>
        <Button tone="plain">Show</Button>
        {chosen.every((value) => value === '') ? null : <Link href="/reference/indicators">Clear</Link>}
      </div>
    </form>
  )
}

const any: Option = { value: '', label: 'Any' }

function options(words: Readonly<Record<string, string>>): Option[] {
  return [any, ...Object.entries(words).map(([value, label]) => ({ value, label }))]
}
