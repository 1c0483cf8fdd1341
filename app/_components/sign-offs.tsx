import type { SignOff } from '#content/schema.ts'
import { Day } from './day.tsx'

const capacityWords: Record<SignOff['capacity'], string> = {
  clinician: 'clinician',
  'lived-experience': 'lived experience',
  coder: 'coding specialist',
  counsel: 'counsel'
}

/** Who has read this version, as what, and what they said; that nobody has is said too. */
export function SignOffs({ signOffs }: { signOffs: readonly SignOff[] }) {
  if (signOffs.length === 0) {
    return (
      <p>
        Its authors only. No clinician, person with lived experience, coding specialist or counsel has signed this
        version.
      </p>
    )
  }
  return (
    <ul>
      {signOffs.map(({ by, capacity, on, verdict, note }) => (
        <li key={`${by} ${capacity}`}>
          {by}, {capacityWords[capacity]}, <Day date={on} />:{' '}
          {verdict === 'approved' ? 'approved.' : 'says that it must change.'} {note}
        </li>
      ))}
    </ul>
  )
}
