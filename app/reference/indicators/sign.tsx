import { Cite } from '#app/_components/cite.tsx'
import { capitalized, channelWords, wordsOf } from '#app/_components/words.ts'
import type { Indicator } from '#content/registry-schema.ts'
import styles from './indicators.module.css'
import { ageWords, kindWords } from './words.ts'

/** One sign, with what else could explain it and what it changes now. */
export function Sign({ indicator }: { indicator: Indicator }) {
  const { id, text, channel, ages, kinds, settings, otherwise, next, sources, strength } = indicator
  const isSetAside = strength === 'not-an-indicator'
  return (
    <li className={styles.sign} id={id}>
      <h4 className={styles.text}>
        {text} <Cite sources={sources} />
      </h4>
      <p className={styles.where}>
        {[
          channelWords[channel],
          settings.length === 0 ? 'Any setting' : settings.map(wordsOf).join(', '),
          listed(ages.map((age) => ageWords[age])),
          listed(kinds.map((kind) => kindWords[kind]))
        ].join(' · ')}
      </p>
      <dl className={styles.sides}>
        <div>
          <dt>{isSetAside ? 'Why not' : 'What else could explain it'}</dt>
          <dd>{otherwise}</dd>
        </div>
        <div>
          <dt>What it changes now</dt>
          <dd>{next}</dd>
        </div>
      </dl>
    </li>
  )
}

function listed(words: readonly string[]): string {
  return capitalized(words.join(' and ').toLowerCase())
}
