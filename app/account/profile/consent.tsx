import styles from './profile.module.css'

/** Whether credit may be reported to the boards that keep it. */
export function Consent({ isGiven }: { isGiven: boolean }) {
  return (
    <div className={styles.consent}>
      <input
        type="checkbox"
        id="consent"
        name="consent"
        value="yes"
        defaultChecked={isGiven}
        aria-describedby="consent-hint"
      />
      <div>
        <label htmlFor="consent">My credit may be reported to the boards that keep it</label>
        <p className={styles.hint} id="consent-hint">
          With your name, and with the license or numbers that a board asks for. Without it your office issues
          certificates and reports nothing.
        </p>
      </div>
    </div>
  )
}
