import type { LeadView } from '#machines/room/view.ts'
import { Button } from '../../../_components/button.tsx'
import styles from './presenter.module.css'

/** Sentences from phones: nothing is shown before somebody has read it, and any part can be struck out. */
export function Waiting({ roomId, waiting, leads }: { roomId: string; waiting: LeadView['waiting']; leads: boolean }) {
  const answers = waiting.filter(({ kind, state }) => kind === 'answer' && state === 'waiting')
  const parked = waiting.filter(({ kind }) => kind !== 'answer')
  return (
    <section className={styles.waiting} aria-labelledby="waiting">
      <h2 id="waiting">To read</h2>
      {answers.length === 0 ? <p className={styles.soft}>No sentence waits.</p> : null}
      {answers.map(({ id, text }) => (
        <form className={styles.sentence} key={id} method="post" action={`/rooms/${roomId}/moderate`}>
          <input type="hidden" name="textId" value={id} />
          <label className={styles.soft} htmlFor={`text-${id}`}>
            Strike out whatever could name a patient or a person
          </label>
          <textarea id={`text-${id}`} name="text" defaultValue={text} maxLength={200} rows={2} />
          {leads ? (
            <div className={styles.row}>
              <Button name="act" value="show">
                Show on the wall
              </Button>
              <Button tone="plain" name="act" value="hide">
                Do not show
              </Button>
            </div>
          ) : null}
        </form>
      ))}
      <h3>For later</h3>
      {parked.length === 0 ? <p className={styles.soft}>The list is empty.</p> : null}
      <ul>
        {parked.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ul>
    </section>
  )
}
