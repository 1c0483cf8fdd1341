import styles from './four-steps.module.css'

const steps = [
  { name: 'Stop', text: 'Settle what you expect. It may be any patient, and usually is not the one you picture.' },
  { name: 'Observe', text: 'Read the note, the room and the talk. What is clinically urgent comes first.' },
  { name: 'Ask', text: 'Alone, with the limits of privacy said first. An answer is never the aim.' },
  { name: 'Respond', text: 'Information for everyone, the patient’s choice honored, your duties met.' }
]

/** The four steps as a line of stations, with the way back from Ask to Observe. */
export function FourSteps() {
  return (
    <section className={styles.steps} aria-labelledby="steps">
      <h2 className={styles.title} id="steps">
        Four steps, and a record that does no harm
      </h2>
      <ol className={`plainlist ${styles.line}`}>
        {steps.map((step) => (
          <li className={styles.step} key={step.name}>
            <span className={styles.station} aria-hidden="true">
              {step.name.charAt(0)}
            </span>
            {step.name === 'Ask' ? <WayBack /> : null}
            <h3 className={styles.name}>{step.name}</h3>
            <p>{step.text}</p>
          </li>
        ))}
      </ol>
      <p className={styles.after}>
        From Ask you may go back to Observe. Each visit ends with <b>Document</b>, where you settle what is written and
        who can read it, and a <b>Debrief</b> with reasons, sources and coding. Stop, Observe, Ask and Respond are the
        steps of the federal SOAR framework.
      </p>
    </section>
  )
}

function WayBack() {
  return (
    <>
      <svg className={styles.back} viewBox="0 0 100 20" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <path d="M100 19 C 100 2, 0 2, 0 19" />
      </svg>
      <svg className={styles.tip} viewBox="0 0 10 7" aria-hidden="true" focusable="false">
        <path d="M1 1 L5 6 L9 1" />
      </svg>
    </>
  )
}
