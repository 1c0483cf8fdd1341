import { type BoosterState, boosterDays } from '#machines/course/booster-days.ts'
import { findPlan } from '#server/learning/boosters/queries.ts'
import { servedBoosters } from '#server/learning/boosters/served.ts'
import { keepDays, keepHoursShared } from '#server/people/learners/lifetime.ts'
import { record } from '#server/record/db/client.ts'
import { Button } from '../_components/button.tsx'
import { Day } from '../_components/day.tsx'
import { CheckField } from '../_components/field.tsx'
import { Link } from '../_components/link.tsx'
import styles from './page.module.css'

type Learner = { id: string; isShared: boolean }

/** What boosters are and the press that asks for them, or the days of one's plan and the press that ends it. `isKnown`: no cookie is needed. */
export async function Boosters({ learner, isKnown }: { learner: Learner | undefined; isKnown: boolean }) {
  const plan = learner && (await findPlan(record(), { learnerId: learner.id }))
  const today = new Date().toISOString().slice(0, 10)
  if (!plan) return <Ask isShared={learner?.isShared ?? false} isKnown={isKnown} />
  return (
    <>
      <ul className="plainlist">
        {boosterDays(servedBoosters(), { ...plan, today }).map(({ booster, on, state }) => (
          <li className={styles.row} key={booster.id}>
            <p>{state === 'later' ? booster.title : <Link href={`/boosters/${booster.id}`}>{booster.title}</Link>}</p>
            <p className={styles.soft}>
              {stateWords[state]} <Day date={on} />
            </p>
          </li>
        ))}
      </ul>
      <p>
        <a href="/progress/boosters.ics">Calendar file with the four days</a>. Its entries say “90 seconds: training”
        and nothing of the subject. An entry you have added stays in your calendar until you delete it there.
      </p>
      {learner?.isShared ? <SharedWords /> : null}
      <form method="post" action="/progress/boosters">
        <Button tone="plain" name="as" value="stop">
          Stop boosters
        </Button>
      </form>
    </>
  )
}

const stateWords: Record<BoosterState, string> = { done: 'Done. It was for', due: 'Ready since', later: 'Comes on' }

function Ask({ isShared, isKnown }: { isShared: boolean; isKnown: boolean }) {
  return (
    <>
      <p>
        Four scenes of 90 seconds, about 3 days, 3 weeks, 3 months and 6 months from now. Each comes back to one thing
        from the cases. They stand on this page when their day has come; no message is sent to you.
      </p>
      {isShared ? <SharedWords /> : null}
      <form className={styles.form} method="post" action="/progress/boosters">
        {isKnown ? null : (
          <CheckField
            name="shared"
            value="yes"
            label="This is a shared computer"
            hint={`The plan is deleted within ${keepHoursShared} hours; take the calendar file at once.`}
          />
        )}
        <div>
          <Button name="as" value="start">
            Plan boosters
          </Button>
        </div>
        {isKnown ? null : (
          <p className={styles.soft}>
            The plan is kept on this server under a random number in one cookie, for {keepDays} days after you last came
            back.
          </p>
        )}
      </form>
    </>
  )
}

function SharedWords() {
  return (
    <p>
      You said that this computer is shared: a plan is deleted within {keepHoursShared} hours. The calendar file keeps
      the days for you.
    </p>
  )
}
