import type { Contact as ContactEntry } from '#content/registry-schema.ts'
import { isContactConfirmed } from '#server/learning/reference/queries.ts'
import { Badge } from './badge.tsx'
import { Cite } from './cite.tsx'
import styles from './contact.module.css'
import { Day } from './day.tsx'

type Channel = ContactEntry['channels'][number]

/** A number or address of help, with how far it was confirmed and what to know before using it. */
export function Contact({ contact }: { contact: ContactEntry }) {
  return (
    <article className={styles.contact} aria-labelledby={`contact-${contact.id}`}>
      <div className={styles.about}>
        <h3 className={styles.name} id={`contact-${contact.id}`}>
          {contact.name}
        </h3>
        {contact.isLawEnforcement ? (
          <p>
            <Badge tone="risk">Law enforcement</Badge>
          </p>
        ) : null}
        <p>{contact.what}</p>
        {contact.caution ? <p className={styles.caution}>{contact.caution}</p> : null}
      </div>
      <dl className={styles.channels}>
        {contact.channels.map((channel) => (
          <div key={channel.kind + channel.value}>
            <dt>{kinds[channel.kind]}</dt>
            <dd>
              <a className={styles.value} href={hrefOf(channel)} rel="noreferrer">
                {channel.value}
              </a>
              {channel.note ? <span className={styles.note}>{channel.note}</span> : null}
            </dd>
          </div>
        ))}
        {contact.hours ? (
          <div>
            <dt>Hours</dt>
            <dd>{contact.hours}</dd>
          </div>
        ) : null}
      </dl>
      <Verification contact={contact} />
    </article>
  )
}

function Verification({ contact }: { contact: ContactEntry }) {
  return (
    <div className={styles.verified}>
      <p>
        {isContactConfirmed(contact) ? null : <Badge tone="attention">Not confirmed: test before relying</Badge>}{' '}
        {ways[contact.verifiedHow]}
        {contact.verifiedOn ? (
          <>
            , <Day date={contact.verifiedOn} />
          </>
        ) : null}
        . Check again by <Day date={contact.reviewBy} />. <Cite sources={contact.sources} />
      </p>
    </div>
  )
}

const kinds: Record<Channel['kind'], string> = { voice: 'Call', text: 'Text', chat: 'Chat', web: 'Web', relay: 'Relay' }

const ways: Record<ContactEntry['verifiedHow'], string> = {
  called: 'Confirmed by a call',
  ownerPage: 'Read on the owner’s own page',
  secondaryCopy: 'Read in a copy held by others',
  unverified: 'Not yet read in any source'
}

function hrefOf(channel: Channel): string {
  const digits = channel.value.replace(/[^\d+]/g, '')
  if (channel.kind === 'voice' || channel.kind === 'relay') return `tel:${digits}`
  return channel.kind === 'text' ? `sms:${digits}` : `https://${channel.value}`
}
