import type { Metadata } from 'next'
import { AppError } from '#server/errors.ts'
import { findKeptForm } from '#server/kept-forms.ts'
import { record } from '#server/record/db/client.ts'
import { newId } from '#server/record/ids.ts'
import { findActivity } from '#server/workshop/workshops/find-activity.ts'
import { countableIn, impossibleIn } from '#server/workshop/workshops/paper-votes.ts'
import { planOf } from '#server/workshop/workshops/plan-of.ts'
import { getWorkshop } from '#server/workshop/workshops/queries.ts'
import { servedWorkshops } from '#server/workshop/workshops/served.ts'
import { Button } from '../../../_components/button.tsx'
import { Field } from '../../../_components/field.tsx'
import { Link } from '../../../_components/link.tsx'
import { missing } from '../../../_components/missing.ts'
import { CodeNotice } from '../../../_components/notice.tsx'
import { Page, PageHeading, Section } from '../../../_components/page.tsx'
import { hostHere, sessionOf } from '../../host-here.ts'
import { evaluationQuestions } from '../evaluation-questions.ts'
import { Counts } from './counts.tsx'
import { EvaluationSheet } from './evaluation-sheet.tsx'
import styles from './paper.module.css'

export const metadata: Metadata = { title: 'From paper' }

/** What was counted by hands or on paper is entered here; the session then has a report like any other. */
export default async function PaperPage({ params, searchParams }: PageProps<'/workshops/[workshopId]/paper'>) {
  const [{ workshopId }, { notice }] = await Promise.all([params, searchParams])
  const host = await hostHere(`/workshops/${workshopId}/paper`)
  const workshop = await getWorkshop(record(), host, workshopId).catch((error) => {
    if (error instanceof AppError && error.code === 'workshop_not_found') missing()
    throw error
  })
  const activity = await findActivity(record(), workshop)
  const place = { sessionId: sessionOf(host), path: `/workshops/${workshopId}/paper`, now: new Date() }
  const typed = notice === undefined ? undefined : findKeptForm(place)
  const plan = planOf(workshop.agenda, servedWorkshops())
  const impossible = typed ? impossibleIn(typed, plan) : []
  const evaluation = notice === undefined ? undefined : findKeptForm({ ...place, path: `${place.path}/evaluation` })
  return (
    <Page>
      <PageHeading
        over={<Link href={`/workshops/${workshop.id}`}>{workshop.title}</Link>}
        title="Enter a session from paper"
        lede="Counts of hands, cards or sheets: how many people gave each answer. Nobody’s name stands with them."
      >
        <CodeNotice code={notice} />
        <p>
          Leave a question empty that was not asked. Who signed in is entered{' '}
          <Link href={`/workshops/${workshop.id}/roster`}>apart from this</Link>.
        </p>
      </PageHeading>
      <Section id="counts" title="What was counted" wide>
        <form className={styles.form} method="post" action={`/workshops/${workshop.id}/paper/enter`}>
          <input type="hidden" name="entry" value={typed?.get('entry')?.[0] ?? newId()} />
          <Field id="heldOn" label="Held on">
            <input
              className={styles.day}
              type="date"
              id="heldOn"
              name="heldOn"
              defaultValue={typed?.get('heldOn')?.[0]}
              required
            />
          </Field>
          {countableIn(plan).map((each) => (
            <Counts
              countable={each}
              typed={typed}
              isImpossible={impossible.includes(each.step.id)}
              key={each.step.id}
            />
          ))}
          <p>
            <Button>Keep the session</Button>
          </p>
        </form>
      </Section>
      <Section id="evaluation" title="Evaluations on paper">
        {activity ? (
          <EvaluationSheet workshopId={workshop.id} groups={evaluationQuestions(activity)} typed={evaluation} />
        ) : (
          <p>
            Evaluations are counted where a workshop is held for an activity of an office.{' '}
            <Link href={`/workshops/${workshop.id}/edit`}>Name the activity</Link>, or keep the sheets.
          </p>
        )}
      </Section>
    </Page>
  )
}
