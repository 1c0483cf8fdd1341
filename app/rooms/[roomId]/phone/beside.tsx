import type { Seat } from '#server/workshop/rooms/queries.ts'
import { Button } from '../../../_components/button.tsx'
import { Link } from '../../../_components/link.tsx'
import { Numbers } from '../../_live/numbers.tsx'
import styles from './beside.module.css'
import { Told } from './told.tsx'

type BesideProps = { roomId: string; seat: Seat; supportPerson: string | null; isOver: boolean }

/** What stands under every question: who hears of it, a way out, support, and a table for those who sit at one. */
export function Beside({ roomId, seat, supportPerson, isOver }: BesideProps) {
  if (isOver) return null
  return (
    <aside className={styles.beside} aria-label="About this session">
      <p>
        You are anonymous here: this page knows a random seat, and not who sits in it. Answers are counted, and counts
        are shown only where five or more people answered, or tables did as one. A sentence is shown only once somebody
        has read it. All of it is deleted within a day of the end.
      </p>
      <details>
        <summary>I need a break, or somebody to talk to</summary>
        <p>
          <Link href={`/break?return=/rooms/${roomId}`}>Show a neutral page</Link>. Come back to this one at any time;
          nothing is noted.
        </p>
        {supportPerson ? (
          <>
            <p>
              Today you can talk with {supportPerson}. This tells them that somebody asked, and not who: catch their
              eye, or step outside.
            </p>
            <Told roomId={roomId} kind="support" label="Tell them that somebody asks" />
          </>
        ) : (
          <p>Nobody was named for support today. These answer at any hour:</p>
        )}
        <Numbers />
      </details>
      <details>
        <summary>{seat.tableName ? `Table ${seat.tableName}` : 'We answer as a table'}</summary>
        <form method="post" action={`/rooms/${roomId}/table`} className={styles.table}>
          <label htmlFor="table">Table</label>
          <input id="table" name="table" maxLength={12} defaultValue={seat.tableName ?? ''} autoComplete="off" />
          <label htmlFor="part">This phone shows</label>
          <select id="part" name="part" defaultValue={seat.part ?? ''}>
            <option value="">Everything, and answers for the table</option>
            <option value="note">What is in the note</option>
            <option value="room">What is seen in the room</option>
            <option value="talk">What is said</option>
          </select>
          <Button tone="plain">Keep</Button>
        </form>
      </details>
      <details>
        <summary>A question for later</summary>
        <Told roomId={roomId} kind="parking" label="Put it on the list">
          <label htmlFor="parking">Write it for the list that the facilitator keeps</label>
          <p id="parking-hint">No real patients and no personal stories.</p>
          <input id="parking" name="text" maxLength={200} autoComplete="off" required aria-describedby="parking-hint" />
        </Told>
      </details>
    </aside>
  )
}
