import { Link } from '#app/_components/link.tsx'
import { type ContentSignOffs, reviewCapacities } from '#server/credit/sign-offs/queries.ts'
import type { Typed } from '#server/kept-forms.ts'
import { Listing } from '../_parts/listing.tsx'
import { boxOf } from './chosen.ts'
import styles from './reviews.module.css'
import { capacityWords, kindWords, readingsOf } from './words.ts'

export type Piece = ContentSignOffs & { title: string; isWithdrawn: boolean }
type PiecesProps = { pieces: readonly Piece[]; canChoose: boolean; typed: Typed | undefined }

/** The pieces with how they stand in each capacity; with boxes for whoever may sign or record. */
export function Pieces({ pieces, canChoose, typed }: PiecesProps) {
  const head = [
    { key: 'piece', label: 'Piece' },
    { key: 'read', label: 'Read it' },
    ...reviewCapacities.map((capacity) => ({ key: capacity, label: capacityWords[capacity] }))
  ]
  const marked = typed?.get('content') ?? []
  return (
    <Listing
      caption="What is taught and asked"
      path="/manage/reviews"
      search={{}}
      head={head}
      rows={pieces.map((piece) => ({
        key: `${piece.content.kind} ${piece.content.id}`,
        cells: [
          <Name piece={piece} canChoose={canChoose} isMarked={marked.includes(boxOf(piece.content))} key="name" />,
          <Readings piece={piece} key="read" />,
          ...reviewCapacities.map((capacity) => <Standing piece={piece} capacity={capacity} key={capacity} />)
        ]
      }))}
    />
  )
}

function Name({ piece, canChoose, isMarked }: { piece: Piece; canChoose: boolean; isMarked: boolean }) {
  const { content, title, isWithdrawn, mustChange } = piece
  const name = (
    <span>
      {kindWords[content.kind]}: {title}
      <span className={styles.about}>
        Version {content.version}
        {isWithdrawn ? ', withdrawn' : ''}
      </span>
    </span>
  )
  return (
    <>
      {canChoose && !isWithdrawn ? (
        <label className={styles.piece}>
          <input type="checkbox" name="content" value={boxOf(content)} defaultChecked={isMarked} />
          {name}
        </label>
      ) : (
        name
      )}
      {mustChange.map(({ by, note }) => (
        <span className={styles.change} key={by}>
          {by} says that it must change{note ? `: ${note}` : ''}
        </span>
      ))}
    </>
  )
}

function Readings({ piece: { content } }: { piece: Piece }) {
  return (
    <span className={styles.readings}>
      {readingsOf(content).map(({ href, label }) => (
        <Link href={href} key={href}>
          {label}
        </Link>
      ))}
    </span>
  )
}

function Standing({ piece, capacity }: { piece: Piece; capacity: (typeof reviewCapacities)[number] }) {
  const signed = piece.signatures.filter((signature) => signature.capacity === capacity)
  if (signed.length === 0) return <span className={`${styles.standing} ${styles.missing}`}>Not signed</span>
  return <span className={styles.standing}>{signed.map(({ reviewerName }) => reviewerName).join(', ')}</span>
}
