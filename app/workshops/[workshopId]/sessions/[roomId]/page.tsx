import type { Metadata } from 'next'
import { AppError } from '#server/errors.ts'
import { can } from '#server/people/auth/permissions.ts'
import { record } from '#server/record/db/client.ts'
import { countAttendance } from '#server/workshop/attendance/count-attendance.ts'
import { getWorkshop } from '#server/workshop/workshops/queries.ts'
import { type HeldSession, readReport } from '#server/workshop/workshops/read-report.ts'
import { FileLink } from '../../../../_components/button.tsx'
import { Day } from '../../../../_components/day.tsx'
import { Link } from '../../../../_components/link.tsx'
import { missing } from '../../../../_components/missing.ts'
import { Page, PageHeading, Section } from '../../../../_components/page.tsx'
import { PrintButton } from '../../../../_components/print-button.tsx'
import { hostHere } from '../../../host-here.ts'
import styles from '../../../workshops.module.css'
import { Votes } from './votes.tsx'

export const metadata: Metadata = { title: 'Session report' }

/** What a session came to: before and after, where many went astray, and what was left for later. */
export default async function SessionPage({ params }: PageProps<'/workshops/[workshopId]/sessions/[roomId]'>) {
  const { workshopId, roomId } = await params
  const host = await hostHere(`/workshops/${workshopId}/sessions/${roomId}`)
  const report = await readReport(record(), host, { workshopId, roomId }).catch((error) => {
    if (error instanceof AppError && ['workshop_not_found', 'room_not_found'].includes(error.code)) missing()
    throw error
  })
  const [came, { activityId, organizationId }] = await Promise.all([
    countAttendance(record(), { workshopId, around: report.heldOn }),
    getWorkshop(record(), host, workshopId)
  ])
  const readsEvaluations = host.person && can(host.person, 'evaluation.read', { organizationId: organizationId ?? '' })
  const file = `/workshops/${workshopId}/sessions/${roomId}/file`
  return (
    <Page>
      <PageHeading
        over={<Link href={`/workshops/${workshopId}`}>{report.title}</Link>}
        title="Session report"
        lede={
          <>
            Held on <Day date={report.heldOn} />. It holds how a room answered and never who did.
          </>
        }
      >
        <p className={styles.acts}>
          <FileLink href={`${file}?as=csv`}>Download as CSV</FileLink>
          <FileLink href={`${file}?as=pdf`}>Download as PDF</FileLink>
          <PrintButton>Print</PrintButton>
        </p>
      </PageHeading>
      <Section id="votes" title="Before and after" wide>
        {report.questions.length === 0 ? <p>No question was closed in this session.</p> : null}
        {report.questions.map((question) => (
          <Votes key={question.step} question={question} />
        ))}
      </Section>
      <Said report={report} />
      <Section id="next" title="Next">
        <ul>
          <li>
            {came ? (
              <>
                Checked in on <Day date={came.heldOn} />: {came.count}.{' '}
              </>
            ) : null}
            <Link href={`/workshops/${workshopId}/roster`}>Who came, and their credit</Link>, which is kept apart from
            all of this
          </li>
          {activityId && readsEvaluations ? (
            <li>
              <Link href={`/manage/reports/evaluations/${activityId}`}>What people thought of it</Link>, by quarter and
              without who said so
            </li>
          ) : null}
        </ul>
      </Section>
    </Page>
  )
}

function Said({ report: { parked, said, phones, isOver } }: { report: HeldSession }) {
  return (
    <Section id="said" title="Said and left for later">
      <p>
        {phones > 0 ? `${phones} phones took part. ` : null}
        {isOver ? 'Sentences and seats are deleted within a day of the end: save or print this page before.' : null}
      </p>
      {said.map(({ title, lines }) => (
        <Sentences key={title} title={title} lines={lines} />
      ))}
      <Sentences title="Questions for later" lines={parked} />
    </Section>
  )
}

function Sentences({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  )
}
