import { findContact, isContactConfirmed } from '#server/learning/reference/queries.ts'
import { Link } from '../../_components/link.tsx'
import styles from './shown.module.css'

const first = ['lifeline-988', 'domestic-violence-hotline', 'sexual-assault-hotline']

/** Numbers that answer at any hour, for whoever sits in the room. They promise nobody who stands there. */
export function Numbers() {
  const contacts = first.flatMap((id) => findContact(id) ?? [])
  return (
    <>
      <dl className={styles.numbers}>
        {contacts.map((contact) => (
          <div key={contact.id}>
            <dt>{contact.name}</dt>
            <dd>
              <strong>{contact.channels.find(({ kind }) => kind === 'voice')?.value}</strong>
              {isContactConfirmed(contact) ? null : ' (not confirmed: test before relying)'}
            </dd>
          </div>
        ))}
      </dl>
      <p>
        More, and by text or chat: <Link href="/support/you">Support for you</Link>
      </p>
    </>
  )
}
