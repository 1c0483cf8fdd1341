import { Link } from '#app/_components/link.tsx'
import { inGroups } from '#server/credit/certificates/code.ts'
import type { Certificate } from '#server/credit/certificates/queries.ts'
import { statusWords } from '#server/credit/certificates/transcript.ts'
import { fullName } from '#server/credit/certificates/words.ts'
import styles from '../page.module.css'

type HistoryProps = { chain: readonly Certificate[]; shown: string; names: ReadonlyMap<string, string> }

/** Every certificate of one claim, each before the one that replaced it. */
export function History({ chain, shown, names }: HistoryProps) {
  return (
    <ol className={styles.history}>
      {chain.map((certificate) => (
        <li key={certificate.id}>
          <p>
            {certificate.id === shown ? (
              <b className={styles.code}>{inGroups(certificate.code)}</b>
            ) : (
              <Link className={styles.code} href={`/manage/certificates/${certificate.id}`}>
                {inGroups(certificate.code)}
              </Link>
            )}
            {certificate.id === shown ? ' (this one)' : null}: {statusWords[certificate.status].toLowerCase()}
          </p>
          <p className={styles.soft}>
            Issued {moment(certificate.issuedAt)}
            {certificate.snapshot ? ` to ${fullName(certificate.snapshot.person)}` : ''}.
          </p>
          <Voiding certificate={certificate} names={names} />
        </li>
      ))}
    </ol>
  )
}

function Voiding({ certificate, names }: { certificate: Certificate; names: HistoryProps['names'] }) {
  const { voidedAt, voidedBy, voidReason } = certificate
  if (voidedAt === null) return null
  const by = names.get(voidedBy ?? '') ?? 'somebody whose account is gone'
  return (
    <p className={styles.soft}>
      Voided {moment(voidedAt)} by {by}: {voidReason}
    </p>
  )
}

const format = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })

function moment(at: string): string {
  return `${format.format(new Date(at))} UTC`
}
