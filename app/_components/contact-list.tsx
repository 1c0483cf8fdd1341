import type { Contact as ContactEntry } from '#content/registry-schema.ts'
import { Contact } from './contact.tsx'

/** Contacts one under the other. */
export function ContactList({ contacts }: { contacts: readonly ContactEntry[] }) {
  return (
    <div>
      {contacts.map((contact) => (
        <Contact contact={contact} key={contact.id} />
      ))}
    </div>
  )
}
