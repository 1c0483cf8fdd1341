import type { Metadata } from 'next'
import { Button } from '../../_components/button.tsx'
import { Field } from '../../_components/field.tsx'
import { Link } from '../../_components/link.tsx'
import { CodeNotice } from '../../_components/notice.tsx'
import styles from './page.module.css'

export const metadata: Metadata = { title: 'Join', robots: { index: false } }

/** The door of a room: a code, and nothing about whoever comes in. */
export default async function JoinPage({ searchParams }: PageProps<'/rooms/join'>) {
  const { code, k, notice } = await searchParams
  const known = typeof code === 'string' ? code : ''
  return (
    <div className={styles.join}>
      <h1>Join the session</h1>
      <CodeNotice code={notice} />
      <form className={styles.form} method="post" action="/rooms/join/take">
        <Field id="code" label="Code on the wall" hint="Six letters and digits.">
          <input
            className={styles.code}
            id="code"
            name="code"
            defaultValue={known}
            maxLength={9}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            required
            aria-describedby="code-hint"
          />
        </Field>
        {typeof k === 'string' ? <input type="hidden" name="key" value={k} /> : null}
        <Button wide>Take a seat</Button>
      </form>
      <p>
        You need no account and give no name. This phone gets a random seat, which is deleted with its answers within a
        day of the end.
      </p>
      <p>
        The session is about patients who may be harmed by other people. You may pass over any question, take a break,
        or leave at any time. <Link href="/support">Support at any hour</Link>
      </p>
    </div>
  )
}
