import { isSignedOff, reviewCapacities } from '#server/credit/sign-offs/queries.ts'
import { Filter } from '../_parts/listing.tsx'
import type { Piece } from './pieces.tsx'
import styles from './reviews.module.css'
import { capacityWords } from './words.ts'

type MissingProps = { pieces: readonly Piece[]; search: Readonly<Record<string, string | string[] | undefined>> }

/** How many pieces are signed in every capacity, and links that show what one capacity has not signed. */
export function Missing({ pieces, search }: MissingProps) {
  const whole = pieces.filter(isSignedOff).length
  return (
    <div>
      <p className={styles.about}>
        {whole} of {pieces.length} pieces are signed in every capacity.
      </p>
      <Filter
        label="Not signed by"
        name="missing"
        path="/manage/reviews"
        search={search}
        options={reviewCapacities.map((capacity) => ({
          value: capacity,
          label: `${capacityWords[capacity]} (${pieces.filter(({ missing }) => missing.includes(capacity)).length})`
        }))}
      />
    </div>
  )
}
