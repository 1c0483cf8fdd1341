import type { Metadata } from 'next'
import { Cite } from '#app/_components/cite.tsx'
import { Link } from '#app/_components/link.tsx'
import { PageHeading } from '#app/_components/page.tsx'
import { PrintButton } from '#app/_components/print-button.tsx'
import type { Phrase } from '#content/registry-schema.ts'
import { getRegistry } from '#server/learning/reference/queries.ts'
import styles from './cards.module.css'
import { moments } from './moments.ts'

export const metadata: Metadata = { title: 'Reference' }

/** Words for the moments of a visit, one card a moment; prints two cards side by side. */
export default function CardsPage() {
  const { phrases } = getRegistry()
  return (
    <div className={styles.page}>
      <PageHeading
        flush
        over={<Link href="/reference">Reference</Link>}
        title="Conversation cards"
        lede="Words to try in your own voice, and words to leave out. None of them is there to make somebody tell you something."
      >
        <nav aria-label="Moments">
          <ul className={`plainlist ${styles.moments}`}>
            {moments.map(({ id, title }) => (
              <li key={id}>
                <a href={`#${id}`}>{title}</a>
              </li>
            ))}
          </ul>
        </nav>
        <div className={styles.print}>
          <PrintButton>Print the cards</PrintButton>
        </div>
      </PageHeading>
      <div className={styles.cards}>
        {moments.map(({ id, title }) => (
          <section className={styles.card} aria-labelledby={id} key={id}>
            <h2 id={id}>{title}</h2>
            <ul className="plainlist">
              {phrases.map((phrase) => (phrase.moment === id ? <Words phrase={phrase} key={phrase.id} /> : null))}
            </ul>
          </section>
        ))}
      </div>
      <p className={styles.limits}>
        Your protocol and the law where you work come before these words. Say only what is true where you are.
      </p>
    </div>
  )
}

function Words({ phrase: { id, say, avoid, why } }: { phrase: Phrase }) {
  return (
    <li className={styles.phrase} id={id}>
      <p className={styles.say}>
        <b>Say</b> “{say}”
      </p>
      {avoid ? (
        <p className={styles.avoid}>
          <b>Avoid</b> “{avoid}”
        </p>
      ) : null}
      <p className={styles.why}>
        {why.text} {why.sources ? <Cite sources={why.sources} /> : 'Our judgment.'}
      </p>
    </li>
  )
}
