import { Link } from '#app/_components/link.tsx'
import { ButtonLink } from './_components/button.tsx'
import { FourSteps } from './_components/four-steps.tsx'
import { CodeNotice } from './_components/notice.tsx'
import { Page, Section } from './_components/page.tsx'
import styles from './page.module.css'

/** What this is, what it asks of the reader, and the one way in. */
export default async function HomePage({ searchParams }: PageProps<'/'>) {
  const { notice } = await searchParams
  return (
    <Page>
      <CodeNotice code={notice} />
      <div className={styles.opening}>
        <div className={styles.title}>
          <h1>Recognize trafficking in your patients, and respond without harm</h1>
          <p className={styles.lede}>
            Attune puts you in an ordinary visit with a patient who may, or may not, be experiencing human trafficking.
            You decide what to notice, say, do and write down; the room answers, and a debrief sets out what held and
            why.
          </p>
          <p className={styles.ways}>
            <ButtonLink href="/courses">Find your course</ButtonLink>
            <ButtonLink href="/learn" tone="plain">
              Choose a case
            </ButtonLink>
          </p>
        </div>
        <Terms />
      </div>
      <FourSteps />
      <p className={styles.lived}>
        <strong>Some people taking this have lived this.</strong> Nothing here asks you to say so. Each case opens with
        a content note and can be read as a text summary instead. You can stop at any step, take a break or leave
        quickly from every page, and <Link href="/support">support</Link> is one page away.
      </p>
      <Uses />
    </Page>
  )
}

function Terms() {
  return (
    <dl className={styles.terms}>
      <div>
        <dt>Time</dt>
        <dd>8 to 15 minutes a case, an hour for the core course. You may stop and come back.</dd>
      </div>
      <div>
        <dt>Account</dt>
        <dd>None. You need no name and no email address.</dd>
      </div>
      <div>
        <dt>What is kept</dt>
        <dd>
          Your answers, on this server, under a random number in a cookie. <Link href="/privacy">Exactly what</Link>
        </dd>
      </div>
      <div>
        <dt>Score</dt>
        <dd>None in a case: what a patient tells you is never counted. A test says its pass mark first.</dd>
      </div>
    </dl>
  )
}

function Uses() {
  return (
    <Section id="uses" title="What you can do here" wide>
      <ul className={`plainlist ${styles.uses}`}>
        <li>
          <h3>
            <Link href="/courses">Take a course</Link>
          </h3>
          <p>
            Say what you do, and get short lessons, visits and a test that fit. An hour, or 25 minutes for the desk.
          </p>
        </li>
        <li>
          <h3>
            <Link href="/learn">Take a case</Link>
          </h3>
          <p>Scene by scene, on your own, at your own pace. Go back afterward and try another way from any scene.</p>
        </li>
        <li>
          <h3>
            <Link href="/reference">Look something up</Link>
          </h3>
          <p>Indicators and what else explains them, words to use, numbers to call, codes and what they need.</p>
        </li>
        <li>
          <h3>
            <Link href="/facility">Ready your own shift</Link>
          </h3>
          <p>One card of the people to call where you work. It shows what is still blank, and prints on one page.</p>
        </li>
        <li>
          <h3>
            <Link href="/evidence">Check what this rests on</Link>
          </h3>
          <p>Dated statements with their populations, common claims that do not hold, and every source.</p>
        </li>
      </ul>
    </Section>
  )
}
