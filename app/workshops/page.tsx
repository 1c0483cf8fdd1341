import type { Metadata } from 'next'
import { record } from '#server/record/db/client.ts'
import type { Host } from '#server/workshop/workshops/host.ts'
import { listWorkshops } from '#server/workshop/workshops/queries.ts'
import { minutesOf, servedWorkshops } from '#server/workshop/workshops/served.ts'
import { Button } from '../_components/button.tsx'
import { Link } from '../_components/link.tsx'
import { CodeNotice } from '../_components/notice.tsx'
import { Page, PageHeading, Section } from '../_components/page.tsx'
import { hostHere } from './host-here.ts'
import styles from './workshops.module.css'

export const metadata: Metadata = { title: 'Workshops' }

/** The workshops that somebody prepares, and the agendas to begin one from. */
export default async function WorkshopsPage({ searchParams }: PageProps<'/workshops'>) {
  const { notice } = await searchParams
  const host = await hostHere('/workshops')
  const workshops = await listWorkshops(record(), host)
  return (
    <Page>
      <PageHeading
        title="Workshops"
        lede="A room of people, one laptop, one projector, and phones if there are any. Everything here can also be run on paper."
      >
        <CodeNotice code={notice} />
      </PageHeading>
      <Section id="yours" title="Yours">
        {workshops.length === 0 ? (
          <p>
            None yet. Take one of the agendas below; what you change is yours, and the one that ships stays as it is.
          </p>
        ) : (
          <ul className={styles.list}>
            {workshops.map(({ id, title, agenda }) => (
              <li key={id}>
                <Link href={`/workshops/${id}`}>{title}</Link>
                <Facts agenda={agenda} />
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section id="agendas" title="Agendas to begin from">
        <ul className={styles.list}>
          {servedWorkshops().agendas.map((agenda) => (
            <li key={agenda.id}>
              <h3>{agenda.title}</h3>
              <p>{agenda.lede}</p>
              <Facts agenda={agenda} />
              <form className={styles.take} method="post" action="/workshops/create">
                <input type="hidden" name="agenda" value={agenda.id} />
                <Whose host={host} />
                <Button tone="plain">Take this agenda</Button>
              </form>
            </li>
          ))}
        </ul>
      </Section>
      <Section id="before" title="Before the day">
        <p>
          <Link href="/workshops/preflight">Try whether phones here reach this computer</Link>
        </p>
      </Section>
    </Page>
  )
}

function Facts({ agenda }: { agenda: Parameters<typeof minutesOf>[0] & { people: { from: number; to: number } } }) {
  const { all, hundredths } = minutesOf(agenda)
  return (
    <p className={styles.facts}>
      {all} minutes, {agenda.people.from} to {agenda.people.to} people, at most {(hundredths / 100).toFixed(2)} hours
      for credit
    </p>
  )
}

// One organization needs no choice; a laptop by itself has none.
function Whose({ host }: { host: Host }) {
  const [first, ...others] = host.organizationIds
  if (others.length > 0)
    return (
      <label>
        For{' '}
        <select name="organization">
          {host.organizationIds.map((id) => (
            <option key={id} value={id}>
              {host.names[id] ?? id}
            </option>
          ))}
        </select>
      </label>
    )
  return <input type="hidden" name="organization" value={first ?? ''} />
}
