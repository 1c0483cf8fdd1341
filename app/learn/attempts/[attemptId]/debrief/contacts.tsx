import { Link } from '#app/_components/link.tsx'
import { Table } from '#app/_components/table.tsx'
import type { Contact } from '#content/registry-schema.ts'
import { isContactConfirmed } from '#server/learning/reference/queries.ts'
import styles from './debrief.module.css'
import print from './print.module.css'

/** Public numbers in one line each; the support page holds the rest of what is known about them. */
export function Contacts({ contacts }: { contacts: readonly Contact[] }) {
  return (
    <>
      <div className={print.contacts}>
        <Table
          caption="Public numbers, with how far each was confirmed"
          head={['Name', 'How to reach it']}
          rows={contacts.filter((contact) => !contact.isLawEnforcement).map(rowOf)}
        />
      </div>
      <p className="noprint">
        <Link href="/support">What each of them does, and when not to use it</Link>
      </p>
    </>
  )
}

function rowOf(contact: Contact) {
  const ways = contact.channels.map(({ kind, value }) => `${channelWords[kind]} ${value}`).join(' · ')
  const isOpen = !isContactConfirmed(contact)
  const reach = (
    <>
      {ways}
      {isOpen && <span className={styles.unconfirmed}>Not confirmed: test before relying</span>}
    </>
  )
  return { key: contact.id, cells: [contact.name, reach] }
}

const channelWords = { voice: 'Call', text: 'Text', chat: 'Chat', web: 'Web', relay: 'Relay' } as const
