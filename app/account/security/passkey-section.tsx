import type { Passkey } from '#server/people/passkeys/queries.ts'
import { Button } from '../../_components/button.tsx'
import { Day } from '../../_components/day.tsx'
import { PasskeyAdd } from './passkey-add.tsx'
import styles from './security.module.css'

/** The passkeys of an account, and a way to add one. */
export function PasskeySection({ passkeys }: { passkeys: readonly Passkey[] }) {
  return (
    <>
      <p>
        A passkey stays on your device or in its keychain, and asks for your finger, your face or the device’s number.
      </p>
      {passkeys.length > 0 ? (
        <ul className={styles.keys}>
          {passkeys.map(({ id, name, addedAt }) => (
            <li key={id}>
              <span>
                {name}
                {addedAt ? (
                  <>
                    , added on <Day date={addedAt.slice(0, 10)} />
                  </>
                ) : null}
              </span>
              <form method="post" action={`/account/security/passkeys/${id}/remove`}>
                <Button tone="plain">Remove {name}</Button>
              </form>
            </li>
          ))}
        </ul>
      ) : null}
      <PasskeyAdd />
    </>
  )
}
