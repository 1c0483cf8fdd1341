import { Button } from '#app/_components/button.tsx'
import { Day } from '#app/_components/day.tsx'
import type { TaughtContent } from '#server/credit/activities/contents.ts'
import type { KeptSignature } from '#server/credit/sign-offs/queries.ts'
import { LineField } from '../_parts/fields.tsx'
import { Listing } from '../_parts/listing.tsx'
import styles from './reviews.module.css'
import { capacityWords, kindWords } from './words.ts'

type SignaturesProps = {
  signatures: readonly KeptSignature[]
  contents: readonly TaughtContent[]
  userId: string
  may: { sign: boolean; record: boolean }
}

const head = [
  { key: 'who', label: 'Signed by' },
  { key: 'what', label: 'Piece' },
  { key: 'how', label: 'As' },
  { key: 'when', label: 'On' },
  { key: 'act', label: 'Withdraw' }
]

/** Every signature that is kept here, whether it still counts, and the way to withdraw it. */
export function Signatures({ signatures, contents, userId, may }: SignaturesProps) {
  return (
    <Listing
      caption="Signatures kept here"
      path="/manage/reviews"
      search={{}}
      head={head}
      rows={signatures.map((signature) => ({
        key: signature.id ?? '',
        cells: [
          <Who signature={signature} key="who" />,
          <What signature={signature} contents={contents} key="what" />,
          capacityWords[signature.capacity],
          <Day date={signature.signedOn} key="when" />,
          may.record || (may.sign && signature.reviewerId === userId) ? (
            <Withdraw id={signature.id ?? ''} key="act" />
          ) : (
            ''
          )
        ]
      }))}
    />
  )
}

function Who({ signature: { reviewerName, reviewerCredentials, signedIn, note } }: { signature: KeptSignature }) {
  return (
    <>
      {reviewerName}
      {reviewerCredentials ? `, ${reviewerCredentials}` : ''}
      {signedIn === 'office' ? <span className={styles.about}>Recorded by the office</span> : null}
      {note ? <span className={styles.about}>{note}</span> : null}
    </>
  )
}

function What({ signature: { content }, contents }: { signature: KeptSignature; contents: readonly TaughtContent[] }) {
  const now = contents.find(({ kind, id }) => kind === content.kind && id === content.id)
  const counts = now?.version === content.version && now.hash === content.hash
  return (
    <>
      {kindWords[content.kind]}: {now?.title ?? content.id}
      <span className={styles.about}>
        Version {content.version}
        {counts
          ? ''
          : now
            ? `; now version ${now.version} with other words, so it no longer counts`
            : '; no longer taught'}
      </span>
    </>
  )
}

function Withdraw({ id }: { id: string }) {
  return (
    <details>
      <summary>Withdraw</summary>
      <form action="/manage/reviews/withdraw" method="post" className={styles.withdraw}>
        <input type="hidden" name="signOff" value={id} />
        <LineField name={`reason-${id}`} label="Reason" longest={600} isRequired />
        <Button tone="plain">Withdraw this signature</Button>
      </form>
    </details>
  )
}
