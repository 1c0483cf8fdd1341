import type { Metadata } from 'next'
import { env } from '#server/env.ts'
import { AppError } from '#server/errors.ts'
import { record } from '#server/record/db/client.ts'
import { type KitPart, kitParts, partNames } from '#server/workshop/kit/kit.ts'
import { mostTables, readKit } from '#server/workshop/kit/read-kit.ts'
import { hasTables } from '#server/workshop/kit/table-sheets.ts'
import { servedWorkshops } from '#server/workshop/workshops/served.ts'
import { Button } from '../../../_components/button.tsx'
import { Field } from '../../../_components/field.tsx'
import { Link } from '../../../_components/link.tsx'
import { missing } from '../../../_components/missing.ts'
import { CodeNotice } from '../../../_components/notice.tsx'
import { Page, PageHeading, Section } from '../../../_components/page.tsx'
import { hostHere } from '../../host-here.ts'
import styles from './kit.module.css'

export const metadata: Metadata = { title: 'Workshop kit' }

/** What can be printed for a workshop, so that it can be held without phones, network or projector. */
export default async function KitPage({ params, searchParams }: PageProps<'/workshops/[workshopId]/kit'>) {
  const [{ workshopId }, { notice }] = await Promise.all([params, searchParams])
  const host = await hostHere(`/workshops/${workshopId}/kit`)
  const wish = { workshopId, teaching: servedWorkshops(), dataDir: env().dataDir, beginsAt: null, tables: undefined }
  const kit = await readKit(record(), host, wish).catch((error) => {
    if (error instanceof AppError && error.code === 'workshop_not_found') missing()
    throw error
  })
  const parts = kitParts.filter((part) => part !== 'tables' || hasTables(kit))
  const file = `/workshops/${workshopId}/kit/file`
  return (
    <Page>
      <PageHeading
        over={<Link href={`/workshops/${workshopId}`}>{kit.title}</Link>}
        title="The kit to print"
        lede="With these pages the workshop can be held without phones, without a network and without a projector."
      >
        <CodeNotice code={notice} />
      </PageHeading>
      <Section id="parts" title="What is in it">
        <form className={styles.form} method="get" action={file}>
          <ul className="plainlist">
            {parts.map((part) => (
              <li className={styles.part} key={part}>
                <input
                  type="checkbox"
                  id={part}
                  name="part"
                  value={part}
                  defaultChecked
                  aria-describedby={`${part}-what`}
                />
                <div>
                  <label htmlFor={part}>{partNames[part]}</label>
                  <p id={`${part}-what`}>
                    {partWords[part]}{' '}
                    <a href={`${file}?part=${part}`} aria-label={`${partNames[part]} alone, as PDF`}>
                      This part alone
                    </a>
                  </p>
                </div>
              </li>
            ))}
          </ul>
          <Field id="at" label="It begins at" hint="For the times of the run sheet. Left empty, they count from zero.">
            <input className={styles.short} type="time" id="at" name="at" aria-describedby="at-hint" />
          </Field>
          {parts.includes('tables') ? (
            <Field id="tables" label="How many tables">
              <input
                className={styles.short}
                type="number"
                id="tables"
                name="tables"
                min={1}
                max={mostTables}
                defaultValue={kit.tables}
              />
            </Field>
          ) : null}
          <p>
            <Button>Download as one PDF</Button>
          </p>
        </form>
      </Section>
      <Section id="paper" title="Afterward">
        <p>
          <Link href={`/workshops/${workshopId}/paper`}>Enter what was counted by hands or on paper</Link>, and the
          session has a report like any other.
        </p>
      </Section>
    </Page>
  )
}

const partWords: Record<KitPart, string> = {
  'run-sheet': 'Minute by minute: the time, what is said and done, what may be left out. Print it twice.',
  guide:
    'Purpose, set-up, what to do when somebody is upset, and each block with its answers and sources. Not for the tables.',
  pages: 'What the wall would show, in large type: each question, and on the page after it what is recommended.',
  tables:
    'For each table its situation and roles, a sheet for what it answers, and slips to cut out with its parts and its news.',
  cards: 'Four letters on a sheet, told apart by shape as well. One sheet for each person.',
  'sign-in': 'Name, e-mail, profession, in and out, with what must be told before credit.',
  questions: 'The questions asked at the beginning and again at the end, without a name.',
  evaluation: 'The questions of the evaluation on the site, without a name.',
  facility: 'Who to call here, with its blanks to be filled in.',
  numbers: 'For the table beside the door, where nobody has to ask for it.'
}
