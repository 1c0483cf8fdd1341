import type { Metadata } from 'next'
import { AppError } from '#server/errors.ts'
import { record } from '#server/record/db/client.ts'
import type { Host } from '#server/workshop/workshops/host.ts'
import { getWorkshop, listSessions, type Workshop } from '#server/workshop/workshops/queries.ts'
import { minutesOf } from '#server/workshop/workshops/served.ts'
import { Button, ButtonLink } from '../../_components/button.tsx'
import { Day } from '../../_components/day.tsx'
import { Link } from '../../_components/link.tsx'
import { missing } from '../../_components/missing.ts'
import { CodeNotice } from '../../_components/notice.tsx'
import { Page, PageHeading, Section } from '../../_components/page.tsx'
import { hostHere } from '../host-here.ts'
import styles from '../workshops.module.css'
import { Guide } from './guide.tsx'
import { RunSheet } from './run-sheet.tsx'

export const metadata: Metadata = { title: 'Workshop' }

/** A saved workshop: start it, rehearse it, and the guide that whoever leads reads before the day. */
export default async function WorkshopPage({ params, searchParams }: PageProps<'/workshops/[workshopId]'>) {
  const [{ workshopId }, { notice }] = await Promise.all([params, searchParams])
  const host = await hostHere(`/workshops/${workshopId}`)
  const workshop = await workshopHere(host, workshopId)
  const { all, counted, hundredths } = minutesOf(workshop.agenda)
  const sessions = (await listSessions(record(), workshop.id)).filter(({ isRehearsal }) => !isRehearsal)
  return (
    <Page>
      <PageHeading over={<Link href="/workshops">Workshops</Link>} title={workshop.title} lede={workshop.agenda.lede}>
        <p className={styles.facts}>
          {all} minutes, {counted} of them for credit: at most {(hundredths / 100).toFixed(2)} hours.
        </p>
        <CodeNotice code={notice} />
        <form className={styles.acts} method="post" action={`/workshops/${workshop.id}/start`}>
          <Button name="as" value="session">
            Start the session
          </Button>
          <Button tone="plain" name="as" value="rehearsal">
            Rehearse it
          </Button>
          <ButtonLink tone="plain" href={`/workshops/${workshop.id}/edit`}>
            Change the agenda
          </ButtonLink>
        </form>
      </PageHeading>
      <Section id="around" title="Around it">
        <ul>
          <li>
            <Link href={`/workshops/${workshop.id}/kit`}>The kit to print, for a room without phones or network</Link>
          </li>
          <li>
            <Link href={`/workshops/${workshop.id}/roster`}>Who came, for credit</Link>
          </li>
          <li>
            {workshop.supportPerson
              ? `For support today: ${workshop.supportPerson}.`
              : 'Nobody is named for support yet: phones will show numbers, and promise nobody.'}{' '}
            <Link href={`/workshops/${workshop.id}/edit#supportPerson`}>Change it</Link>
          </li>
        </ul>
      </Section>
      {sessions.length > 0 ? (
        <Section id="sessions" title="Sessions held">
          <ul>
            {sessions.map(({ id, openedOn, endedAt, code }) => (
              <li key={id}>
                <Day date={openedOn} />, code {code}.{' '}
                {endedAt ? (
                  <Link href={`/workshops/${workshop.id}/sessions/${id}`}>Report</Link>
                ) : (
                  <Link href={`/rooms/${id}/lead`}>It is on: go to it</Link>
                )}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Guide agenda={workshop.agenda} />
      <Section id="sheet" title="Run sheet" wide>
        <RunSheet items={workshop.agenda.items} />
      </Section>
    </Page>
  )
}

async function workshopHere(host: Host, workshopId: string): Promise<Workshop> {
  try {
    return await getWorkshop(record(), host, workshopId)
  } catch (error) {
    if (error instanceof AppError && error.code === 'workshop_not_found') missing()
    throw error
  }
}
