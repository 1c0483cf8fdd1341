import { Button } from '#app/_components/button.tsx'
import { channelWords } from '#app/_components/words.ts'
import type { PassageView } from '#machines/scenario/passages.ts'
import type { ActView } from '#machines/scenario/view.ts'
import styles from './acts.module.css'
import passages from './flag.module.css'

/** Running text in which phrases can be marked, as on a printed note. How many there are is not said. */
export function Flag({ act }: { act: Extract<ActView, { kind: 'flag' }> }) {
  return (
    <div className={`${styles.act} ${passages.marking}`}>
      <fieldset>
        <legend className={styles.prompt}>{act.prompt}</legend>
        <p className={styles.aside}>
          Mark any phrase with a dotted line under it; mark it again to take the mark away. Ordinary details can be
          marked too.
        </p>
        {act.passages.map((passage) => (
          <Passage key={passage.heading} passage={passage} />
        ))}
      </fieldset>
      <Button>
        <span className={passages.someMarked}>Go on and sort what I marked</span>
        <span className={passages.noneMarked}>Go on without marking anything</span>
      </Button>
    </div>
  )
}

function Passage({ passage }: { passage: PassageView }) {
  return (
    <section className={passages.passage} data-channel={passage.channel}>
      <p className={passages.channel}>{channelWords[passage.channel]}</p>
      <h2>{passage.heading}</h2>
      <p>
        {passage.parts.map((part, place) =>
          typeof part === 'string' ? (
            part
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: a cue may be named twice and the parts never move.
            <label key={place} className={passages.phrase}>
              <input type="checkbox" name="cue" value={part.cue} />
              <span>{part.phrase}</span>
            </label>
          )
        )}
      </p>
    </section>
  )
}
