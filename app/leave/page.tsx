import type { Metadata } from 'next'
import { Link } from '#app/_components/link.tsx'
import { env } from '#server/env.ts'
import { Page, PageHeading, Section } from '../_components/page.tsx'

export const metadata: Metadata = { title: 'Leaving quickly' }

/** What the way out does, and what it cannot do. */
export default function LeavePage() {
  const { host } = new URL(env().quickExitUrl)
  return (
    <Page>
      <PageHeading
        title="Leaving quickly"
        lede={`“Leave quickly” stands in the same corner of every page. It takes you to ${host} at once.`}
      />
      <Section id="how" title="How to use it">
        <ul>
          <li>Press “Leave quickly”, or</li>
          <li>
            press the Shift key three times within two seconds. This needs scripts in your browser, and works wherever
            you are on a page. Escape is left to your screen reader and to dialogs.
          </li>
        </ul>
        <p>Your visit is kept as it stands. You can come back to it later on this computer.</p>
      </Section>
      <Section id="limits" title="What it cannot do">
        <p>
          <b>Pages you opened earlier stay in the browser’s history.</b> Leaving replaces only the page you are on.
          Without scripts it does not replace that one either, so the back button returns to it.
        </p>
        <p>
          Page titles and addresses here are neutral, and say nothing about a patient or a subject. Somebody who opens
          an address from the history can still read the page.
        </p>
        <ul>
          <li>Use a private window, and close it afterward.</li>
          <li>On a shared computer, check “This is a shared computer” when you begin a case.</li>
          <li>
            <Link href="/learn/clear">Clear this computer</Link> deletes your visits and their answers.
          </li>
          <li>Your browser’s own menu removes its history; an employer’s network may keep a list of its own.</li>
        </ul>
      </Section>
      <Section id="break" title="Only a break">
        <p>
          “Take a break” covers the page with a blank one until you press “Back when you are ready”. The break is not
          recorded, and nothing is timed.
        </p>
      </Section>
    </Page>
  )
}
