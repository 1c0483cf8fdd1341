import localFont from 'next/font/local'
import { classes } from '#app/_components/classes.ts'
import type { Snapshot } from '#server/credit/certificates/snapshot.ts'
import { type CertificateWords, certificateWords } from '#server/credit/certificates/words.ts'
import { qrCodeOf, qrPath } from '#server/papers/qr.ts'
import styles from './sheet.module.css'

// The site's own letters are those of English; a name has others.
const letters = localFont({
  variable: '--font-letters',
  preload: false,
  adjustFontFallback: false,
  src: '../../../node_modules/@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-700-normal.woff2',
  weight: '700'
})

/** A certificate as it stands on paper, for a screen and for the browser's own printing: the same words from the same snapshot. */
export function Sheet({ snapshot, mark }: { snapshot: Snapshot; mark: string | null }) {
  const words = certificateWords(snapshot)
  const length = words.statements.join('').length
  return (
    <article className={styles.sheet} lang={snapshot.language} data-statements={length > 1200 ? 'long' : 'short'}>
      {mark ? <p className={styles.mark}>{mark}</p> : null}
      {words.demonstration ? <p className={styles.mark}>{words.demonstration}</p> : null}
      <p className={styles.provider}>{words.provider[0]}</p>
      <h1 className={styles.kind}>{words.kind}</h1>
      <p className={styles.small}>This certifies that</p>
      <p className={classes(styles.name, letters.variable)}>{words.name}</p>
      <p className={styles.small}>completed</p>
      <p className={styles.title}>{words.title}</p>
      <p className={styles.small}>{words.how}</p>
      {words.credits.map(({ amount, of }) => (
        <p className={styles.credit} key={of}>
          <span className={styles.amount}>{amount}</span> {of}
        </p>
      ))}
      {words.noCredit ? <p className={styles.noCredit}>{words.noCredit}</p> : null}
      {words.statements.length > 0 ? (
        <div className={styles.statements}>
          {words.statements.map((statement) => (
            <p key={statement}>{statement}</p>
          ))}
        </div>
      ) : null}
      <SheetFoot words={words} verifyUrl={snapshot.verifyUrl} />
    </article>
  )
}

function SheetFoot({ words, verifyUrl }: { words: CertificateWords; verifyUrl: string }) {
  const [name, ...rest] = words.provider
  return (
    <div className={styles.end}>
      {words.administrator ? <p className={styles.signed}>{words.administrator}, for the provider</p> : null}
      <div className={styles.foot}>
        <div>
          <p className={styles.strong}>{name}</p>
          {rest.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
        <div>
          <p className={styles.strong}>{words.code}</p>
          {words.record.map(({ name: label, value }) => (
            <p key={label}>
              {label}: {value}
            </p>
          ))}
          <p>Verify it at {words.verifyAt} or with the square code.</p>
        </div>
        <QrImage address={verifyUrl} code={words.code} />
      </div>
    </div>
  )
}

function QrImage({ address, code }: { address: string; code: string }) {
  const qr = qrCodeOf(address)
  const box = `-4 -4 ${qr.size + 8} ${qr.size + 8}`
  return (
    <svg className={styles.code} viewBox={box} role="img" shapeRendering="crispEdges">
      <title>{`QR code that opens the verification of certificate ${code}`}</title>
      <rect x="-4" y="-4" width={qr.size + 8} height={qr.size + 8} fill="#fff" />
      <path d={qrPath(qr)} fill="#000" />
    </svg>
  )
}
