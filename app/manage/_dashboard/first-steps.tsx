import { ButtonLink } from '#app/_components/button.tsx'
import { Link } from '#app/_components/link.tsx'

/** The way to a first activity that carries credit, while none has been opened. */
export function FirstSteps({ drafts }: { drafts: number }) {
  return (
    <>
      <p>
        No activity is open for credit yet. Nothing is claimed that your office did not set up, so this is where it
        begins.
      </p>
      <ol>
        <li>
          <Link href="/manage/statements">Keep your accreditors’ statements</Link>, word for word as you were given
          them. A certificate of completion needs none.
        </li>
        <li>
          <Link href="/manage/activities">
            {drafts === 0
              ? 'Set up an activity'
              : drafts === 1
                ? 'Go on with your draft'
                : `Go on with your ${drafts} drafts`}
          </Link>
          : its planning, dates, credits, and the people behind it with what they disclose.
        </li>
        <li>
          <Link href="/manage/people">Invite your reviewers</Link>, who{' '}
          <Link href="/manage/reviews">sign what it teaches</Link>.
        </li>
        <li>
          Open it. Its checklist says what is missing, and why. Then <Link href="/manage/assignments">assign it</Link>.
        </li>
      </ol>
      <ButtonLink href="/manage/activities">{drafts === 0 ? 'Set up an activity' : 'Go to your drafts'}</ButtonLink>
    </>
  )
}
