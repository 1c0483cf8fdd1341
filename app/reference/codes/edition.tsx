import { Badge } from '#app/_components/badge.tsx'
import { Cite } from '#app/_components/cite.tsx'
import { Day } from '#app/_components/day.tsx'
import type { Coding } from '#content/coding-schema.ts'
import styles from './codes.module.css'

/** Which edition this rests on, when it was checked, how far it has been read, and who codes in the end. */
export function Edition({ coding }: { coding: Coding }) {
  const { codes, guidelines } = coding.editions
  return (
    <div className={styles.edition}>
      <p>
        <Review coding={coding} />
      </p>
      <p>
        ICD-10-CM {codes.year}, in use from <Day date={codes.from} />. Official Guidelines {guidelines.year}. Checked{' '}
        <Day date={coding.checkedOn} />, to be checked again by <Day date={coding.reviewBy} />.{' '}
        <Cite sources={[codes.source, guidelines.source]} />
      </p>
      <p>{coding.caution}</p>
      <p>
        <b>Final coding belongs to trained coding staff.</b>
      </p>
    </div>
  )
}

function Review({ coding }: { coding: Coding }) {
  if (coding.review === 'reviewed') return <Badge tone="done">Read by a certified coder</Badge>
  return <Badge tone="attention">Draft, not yet read by a certified coder</Badge>
}
