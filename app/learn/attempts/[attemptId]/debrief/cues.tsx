import { strengthWords } from '#app/_components/words.ts'
import type { Source } from '#content/registry-schema.ts'
import type { CueReview, DebriefView } from '#machines/scenario/debrief.ts'
import { binWords } from '../words.ts'
import { Reason } from './cite.tsx'
import styles from './debrief.module.css'

const groups = [
  { name: 'noticed', title: 'Noticed', none: 'No phrase was marked and sorted as it fits.' },
  { name: 'missed', title: 'Missed or given too little weight', none: 'Nothing.' },
  { name: 'overCalled', title: 'Given more weight than it bears', none: 'Nothing.' }
] as const

/** What was noticed, missed and over-called, in words. It feeds accuracy and nothing else. */
export function Cues({ cues, sources }: { cues: DebriefView['cues']; sources: readonly Source[] }) {
  return groups.map(({ name, title, none }) => (
    <div key={name} className={styles.cues}>
      <h3>{title}</h3>
      {cues[name].length === 0 ? (
        <p className={styles.soft}>{none}</p>
      ) : (
        <ul>
          {cues[name].map((cue) => (
            <Cue key={cue.cue} cue={cue} sources={sources} />
          ))}
        </ul>
      )}
    </div>
  ))
}

function Cue({ cue, sources }: { cue: CueReview; sources: readonly Source[] }) {
  return (
    <li>
      <p>
        <b className={styles.phrase}>{cue.phrase}</b> {strengthWords[cue.strength]}. {sortingWords(cue)}
      </p>
      <p className={styles.soft}>
        <Reason reason={cue.why} sources={sources} />
      </p>
    </li>
  )
}

function sortingWords({ fits, wasSortedAs }: CueReview): string {
  const right = binWords[fits].toLowerCase().replace(' i ', ' I ')
  if (wasSortedAs === fits) return `Sorted as it fits: ${right}.`
  if (wasSortedAs === null) return `Not marked. It fits: ${right}.`
  return `Sorted: ${binWords[wasSortedAs].toLowerCase().replace(' i ', ' I ')}. It fits: ${right}.`
}
