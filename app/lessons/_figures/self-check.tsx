import type { SegmentFigure } from '#content/figures-schema.ts'
import styles from './self-check.module.css'

type Situation = SegmentFigure['situations'][number]
type Choice = Situation['options'][number]

/** Short situations to try the names on. Nothing is sent or counted; an answer opens its explanation. */
export function SelfCheck({ name, figure }: { name: string; figure: SegmentFigure }) {
  const names = new Map(figure.segments.map((segment) => [segment.id, segment.name]))
  return (
    <div className={styles.check}>
      <h4>Try it: which kind of control?</h4>
      <p className={styles.note}>
        Nothing is sent, kept or counted. The situations and their explanations are the authors’ judgment.
      </p>
      {figure.situations.map((situation) => (
        <SituationCheck key={situation.id} name={`${name}-${situation.id}`} situation={situation} names={names} />
      ))}
    </div>
  )
}

type CheckProps = { name: string; situation: Situation; names: ReadonlyMap<string, string> }

function SituationCheck({ name, situation, names }: CheckProps) {
  const labelOf = ({ segment }: Choice) => names.get(segment) ?? 'You cannot tell from this'
  const choices = inOrder(situation, [...names.keys()])
  return (
    <fieldset className={styles.situation}>
      <legend>{situation.text}</legend>
      <div className={styles.choices}>
        {choices.map((choice) => (
          <label className={styles.choice} key={choice.segment}>
            <input type="radio" name={name} value={choice.segment} />
            <span>{labelOf(choice)}</span>
          </label>
        ))}
      </div>
      <div className={styles.answers} role="status">
        {choices.map((choice) => (
          <p className={styles.answer} data-fits={choice.fits} key={choice.segment}>
            <b>
              {labelOf(choice)}: {verdicts[choice.fits]}.
            </b>{' '}
            {choice.why}
          </p>
        ))}
      </div>
    </fieldset>
  )
}

/** The order of the figure itself, so that no place gives an answer away; "cannot tell" comes last. */
function inOrder(situation: Situation, ids: readonly string[]): Choice[] {
  const place = (id: string) => (id === 'none' ? ids.length : ids.indexOf(id))
  return [...situation.options].sort((a, b) => place(a.segment) - place(b.segment))
}

const verdicts = {
  closest: 'this fits best',
  partly: 'in part',
  'not-here': 'not in what was said'
}
