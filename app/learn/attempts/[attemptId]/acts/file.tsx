import { Button } from '#app/_components/button.tsx'
import type { ActView } from '#machines/scenario/view.ts'
import styles from './acts.module.css'
import places from './file.module.css'

type FileAct = Extract<ActView, { kind: 'file' }>

/** What stands in each place of the record, with who can read that place. */
export function File({ act }: { act: FileAct }) {
  return (
    <div className={styles.act}>
      <fieldset>
        <legend className={styles.prompt}>{act.prompt}</legend>
        {act.places.map((place) => (
          <Place key={place.id} place={place} />
        ))}
      </fieldset>
      <Button>File it this way</Button>
    </div>
  )
}

function Place({ place }: { place: FileAct['places'][number] }) {
  return (
    <fieldset className={places.place} aria-describedby={`readers-${place.id}`}>
      <legend>{place.label}</legend>
      <div className={places.readers} id={`readers-${place.id}`}>
        <p>Who can read this</p>
        <ul>
          {place.readers.map((reader) => (
            <li key={reader}>{reader}</li>
          ))}
        </ul>
      </div>
      <div className={places.options}>
        {place.options.map((option) => (
          <label key={option.id} className={styles.option}>
            <input type="radio" name={`place.${place.id}`} value={option.id} required />
            <span>{option.text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** Shown above the task where the answer rests on something that was never asked. */
export function GoBack({ text, label }: { text: string; label: string }) {
  return (
    <div className={places.goBack}>
      <p>{text}</p>
      <Button tone="plain">{label}</Button>
    </div>
  )
}
