import type { Metadata } from 'next'
import type { AgendaItem } from '#content/workshop-schema.ts'
import { AppError } from '#server/errors.ts'
import { record } from '#server/record/db/client.ts'
import { listLiveActivities } from '#server/workshop/workshops/live-activities.ts'
import { getWorkshop } from '#server/workshop/workshops/queries.ts'
import { minutesOf, servedWorkshops } from '#server/workshop/workshops/served.ts'
import { Button, ButtonLink } from '../../../_components/button.tsx'
import { Field, SelectField } from '../../../_components/field.tsx'
import { Link } from '../../../_components/link.tsx'
import { missing } from '../../../_components/missing.ts'
import { CodeNotice } from '../../../_components/notice.tsx'
import { Page, PageHeading, Section } from '../../../_components/page.tsx'
import { hostHere } from '../../host-here.ts'
import styles from '../../workshops.module.css'
import { AddBlock } from './add-block.tsx'

export const metadata: Metadata = { title: 'Agenda' }

/** The agenda as a form: what is kept, in which order, how long it takes, and what of it counts for credit. */
export default async function EditPage({ params, searchParams }: PageProps<'/workshops/[workshopId]/edit'>) {
  const [{ workshopId }, { notice }] = await Promise.all([params, searchParams])
  const host = await hostHere(`/workshops/${workshopId}/edit`)
  const workshop = await getWorkshop(record(), host, workshopId).catch((error) => {
    if (error instanceof AppError && error.code === 'workshop_not_found') missing()
    throw error
  })
  const { items } = workshop.agenda
  const { all, counted, hundredths } = minutesOf(workshop.agenda)
  const activities = await listLiveActivities(record(), workshop.organizationId)
  return (
    <Page>
      <PageHeading over={<Link href={`/workshops/${workshop.id}`}>{workshop.title}</Link>} title="Change the agenda">
        <p className={styles.facts}>
          As saved: {all} minutes, {counted} for credit, at most {(hundredths / 100).toFixed(2)} hours. Credit is
          counted in quarters of an hour and never rounded up.
        </p>
        <CodeNotice code={notice} />
      </PageHeading>
      <Section id="agenda" title="Blocks" wide>
        <form className={styles.form} method="post" action={`/workshops/${workshop.id}/edit/save`}>
          <input type="hidden" name="revision" value={workshop.revision} />
          <Field id="title" label="Title" hint="Neutral words: it stands on the projector and in tabs.">
            <input type="text" id="title" name="title" defaultValue={workshop.title} maxLength={120} required />
          </Field>
          <Field
            id="supportPerson"
            label="Who can be asked for support on the day"
            hint="A name and where they stand, as phones will show it. Empty: phones show numbers and promise nobody."
          >
            <input
              type="text"
              id="supportPerson"
              name="supportPerson"
              defaultValue={workshop.supportPerson ?? ''}
              maxLength={120}
              aria-describedby="supportPerson-hint"
            />
          </Field>
          {activities.length > 0 ? (
            <SelectField
              name="activity"
              label="Credit"
              hint="A live activity of your office that this workshop is held for."
              chosen={workshop.activityId ?? ''}
              options={[
                { value: '', label: 'None' },
                ...activities.map(({ id, title }) => ({ value: id, label: title }))
              ]}
            />
          ) : null}
          <ol className={styles.blocks}>
            {items.map((item, index) => (
              <li className={styles.block} key={item.id}>
                <p>
                  <strong>{item.title}</strong>
                </p>
                <Block item={item} place={index + 1} most={items.length} />
              </li>
            ))}
          </ol>
          <AddBlock />
          <div className={styles.acts}>
            <Button>Save the agenda</Button>
            <ButtonLink tone="plain" href={`/workshops/${workshop.id}`}>
              Leave it as it is
            </ButtonLink>
          </div>
        </form>
      </Section>
    </Page>
  )
}

function Block({ item, place, most }: { item: AgendaItem; place: number; most: number }) {
  const { id, minutes, isCreditTime } = item
  return (
    <div className={styles.fields}>
      <label>
        Place
        <input type="number" name={`place.${id}`} defaultValue={place} min={1} max={most} required />
      </label>
      <label>
        Minutes
        <input type="number" name={`minutes.${id}`} defaultValue={minutes} min={1} max={60} required />
      </label>
      {item.kind === 'welcome' || item.kind === 'break' ? (
        <p>Never counts for credit</p>
      ) : (
        <label>
          <input type="checkbox" name={`credit.${id}`} value="yes" defaultChecked={isCreditTime} />
          Counts for credit
        </label>
      )}
      <label>
        <input type="checkbox" name={`keep.${id}`} value="yes" defaultChecked />
        Keep
      </label>
      {item.kind === 'case' ? <CaseFields item={item} /> : null}
    </div>
  )
}

function CaseFields({ item }: { item: Extract<AgendaItem, { kind: 'case' }> }) {
  const { scenarios, cuts } = servedWorkshops()
  return (
    <>
      <label>
        Case
        <select name={`scenario.${item.id}`} defaultValue={item.scenario}>
          {cuts.map(({ scenario }) => (
            <option key={scenario} value={scenario}>
              {scenarios.find(({ id }) => id === scenario)?.title ?? scenario}
            </option>
          ))}
        </select>
      </label>
      <label>
        <input type="checkbox" name={`table.${item.id}`} value="yes" defaultChecked={item.isByTable} />
        Tables answer as one
      </label>
    </>
  )
}
