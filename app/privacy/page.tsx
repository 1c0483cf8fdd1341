import type { Metadata } from 'next'
import { Link } from '#app/_components/link.tsx'
import { keepDays, keepHoursShared } from '#server/people/learners/lifetime.ts'
import { yearsOfAnswers, yearsOfProof } from '#server/record/keeping.ts'
import { Page, PageHeading, Section } from '../_components/page.tsx'
import { Table } from '../_components/table.tsx'

export const metadata: Metadata = { title: 'Privacy' }

const kept = [
  {
    key: 'learner',
    cells: [
      'You, as a random number',
      'A token in your cookie, and on the server only a one-way hash of it; when it was made and last used; whether you said the computer is shared.',
      'It is how a visit finds its way back to you.'
    ]
  },
  {
    key: 'visit',
    cells: [
      'Each visit',
      'The case and its version, the role and state you chose, when it began and ended, and how it ended.',
      'So that you can go on, and so that the debrief fits your role and state.'
    ]
  },
  {
    key: 'answers',
    cells: [
      'Each answer',
      'What you chose, marked, sorted, ordered or filed, with the time. The only free text is in the evaluation of a course.',
      'The visit and its debrief are rebuilt from these answers.'
    ]
  },
  {
    key: 'lesson',
    cells: [
      'Each lesson you mark as read',
      'The lesson, its version and when you marked it. What you choose in its questions is sent nowhere.',
      'So that you can see what you have read.'
    ]
  },
  {
    key: 'course',
    cells: [
      'Each course you join',
      'The course, its version, the role you named and when you joined; cases whose summary you read in place of taking them; whether you have given the evaluation.',
      'So that you see what is done and what is next.'
    ]
  },
  {
    key: 'test',
    cells: [
      'Each test',
      'Its questions, your answers with the time, when you handed it in, and whether a second test was passed.',
      'So that you can stop and go on, and see the reasons afterward.'
    ]
  },
  {
    key: 'evaluation',
    cells: [
      'Each evaluation of a course',
      'What you chose and wrote, the course and its version, and the quarter of the year. No time, no number and nothing else that leads to you.',
      'So that the course can be made better. It stays, because nobody can tell whose it is.'
    ]
  },
  {
    key: 'booster',
    cells: [
      'Boosters, if you ask for them',
      'The day you asked, and which short scenes you have done.',
      'So that the next one comes on its day.'
    ]
  },
  {
    key: 'completion',
    cells: [
      'Each finished visit',
      'The case, the day, the minutes spent, the ending and the six matters of the debrief in words.',
      'It stands when the answers are gone, without the link to you.'
    ]
  }
]

/** Exactly what is stored, for how long, and what is not. */
export default function PrivacyPage() {
  return (
    <Page>
      <PageHeading
        title="Privacy"
        lede="You can learn here without an account, a name or an email address. This page says what the software stores."
      />
      <Section id="kept" title="What is stored" wide>
        <p>
          Without an account, nothing is stored until you press a button that begins a case, joins a course, marks a
          lesson as read or asks for boosters.
        </p>
        <Table caption="What is stored, and why" head={['What', 'Exactly', 'Why']} rows={kept} />
      </Section>
      <Section id="cookie" title="The one cookie">
        <p>
          The first of these buttons sets one cookie. It holds a random token, scripts cannot read it, and it is sent to
          this site only. It lasts {keepDays} days after you last pressed one. If you check “This is a shared computer”,
          it goes when the browser closes. Signing in sets one more, below; no other cookie is set, so there is no
          banner.
        </p>
      </Section>
      <Section id="account" title="With an account">
        <ul>
          <li>Your name and email address, and your password as a hash that takes long to guess.</li>
          <li>Keys of an authenticator app, sealed, and the public keys of passkeys, if you set any up.</li>
          <li>
            Each browser you are signed in with: which kind, since when, when it was last used, and whether others use
            the computer. No network address. A cookie with a random token names it; it goes when you sign out, and on a
            shared computer when the browser closes.
          </li>
          <li>What you did while signed in, so that it is there on your next computer.</li>
          <li>
            A profile and license numbers only where a credit you chose needs them. Numbers are sealed, and each time
            your CE office reads one is noted.
          </li>
        </ul>
        <p>
          <Link href="/account/data">Take a copy of it, or have it deleted</Link>, after signing in.
        </p>
      </Section>
      <Section id="long" title="How long">
        <ul>
          <li>Without an account, a visit or a test and its answers: {keepDays} days after the last answer.</li>
          <li>Courses, boosters and marks on lessons: {keepDays} days after you last did any of these.</li>
          <li>On a shared computer: {keepHoursShared} hours after the last of these.</li>
          <li>
            At once, with everything above, when you <Link href="/learn/clear">clear this computer</Link>.
          </li>
          <li>
            A finished visit’s own line: {yearsOfProof} years, after that time without the link to you. An evaluation
            stays.
          </li>
          <li>
            With an account: answers {yearsOfAnswers} years after the last one; what proves a credit, and its
            certificate, {yearsOfProof} years after it was claimed, also where the account is deleted; the rest until
            you delete it.
          </li>
          <li>
            What was changed in an organization, and by whom, stays in its log; a deleted account is a number there.
          </li>
        </ul>
        <p>
          Copies the operator makes for safekeeping may hold what was deleted here for as long as those copies exist.
        </p>
      </Section>
      <Section id="not" title="What is not stored">
        <ul>
          <li>Without an account: your name, email address, employer or browser. Your network address: never.</li>
          <li>Breaks, leaving quickly, opening Support, how long you look at a page.</li>
          <li>Anything for advertising or analytics. No page asks anything of another site.</li>
        </ul>
      </Section>
      <Section id="who" title="Who can see it">
        <p>
          The person or organization that runs this copy holds its database. They can see answers, not whose they are. A
          rare role and state, or the time of a visit, can still point to somebody where few people take part.
        </p>
        <p>
          Your employer’s network, a proxy in front of this site and your own browser may keep lists of addresses
          visited. Addresses and titles here are neutral for that reason. See <Link href="/leave">leaving quickly</Link>
          .
        </p>
      </Section>
      <Section id="faults" title="When something fails">
        <p>The server writes down the kind of fault, its time and the number of the visit. It writes down no answer.</p>
      </Section>
    </Page>
  )
}
