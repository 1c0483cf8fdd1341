import type { Contact as ContactEntry } from '#content/registry-schema.ts'
import styles from './contact.module.css'
import { Contact } from './contact.tsx'

/** Contacts one under the other. */
export function ContactList({ contacts }: { contacts: readonly ContactEntry[] }) {
  return (
    <div className={styles.list}>
      {contacts.map((contact) => (
        <Contact contact={contact} key={contact.id} />
      ))}
    </div>
  )
}
