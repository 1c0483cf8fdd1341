import type { Attended } from '#machines/claim/events.ts'
import { testFault } from '#server/credit/participations/begin-credit-test.ts'
import type { UnderWay } from '#server/credit/participations/my-activity.ts'
import { dayOf } from '#server/credit/participations/queries.ts'
import { courseOf, roleOf, teachingHere } from '#server/credit/participations/teaching.ts'
import type { WorkStep } from '#server/credit/participations/work.ts'
import { type KnownParts, knownParts } from '#server/learning/courses/known-parts.ts'
import { Badge } from '../../_components/badge.tsx'
import { Button, ButtonLink } from '../../_components/button.tsx'
import { nameOf, pathOf, summaryPath } from '../../_components/course-steps.ts'
import { Day } from '../../_components/day.tsx'
import { Link } from '../../_components/link.tsx'
import { Section } from '../../_components/page.tsx'
import styles from '../activities.module.css'
import { stepWords } from '../words.ts'

const kindWords = { lesson: 'Lesson', case: 'Case', test: 'Test', evaluation: 'Evaluation' }

/** What there is to do, what of it counts already, and the way to each. */
export function Steps({ underWay }: { underWay: UnderWay }) {
  const { version, participation, work } = underWay
  const course = courseOf(teachingHere(), version)
  if (!course) return null
  const known = knownParts(course, roleOf(participation))
  return (
    <Section id="steps" title="Your steps">
      {work.attended ? (
        <AttendedOn attended={work.attended.attended} />
      ) : (
        <p className={styles.soft}>
          You began on <Day date={dayOf(participation, participation.acknowledgedAt)} />. What you do since then counts.
          Any case may be read as a summary in its place, and the marks in a case never decide about credit.
        </p>
      )}
      <Next underWay={underWay} known={known} />
      <ol className={`plainlist ${styles.steps}`}>
        {work.steps.map((step) => (
          <li className={styles.step} key={step.part.id}>
            <p className={styles.kind}>{kindWords[step.part.kind]}</p>
            <p className={styles.name}>
              <StepName step={step} underWay={underWay} known={known} />
            </p>
            <p>
              <Badge tone={step.state === 'done' ? 'done' : 'plain'}>{stepWords[step.state]}</Badge>
            </p>
            <Ways step={step} underWay={underWay} known={known} />
          </li>
        ))}
      </ol>
    </Section>
  )
}

function AttendedOn({ attended: { on, place, minutes, of } }: { attended: Attended }) {
  return (
    <p>
      You attended on <Day date={on} />
      {place ? `, ${place}` : ''}: {minutes} of {of} minutes that count.
    </p>
  )
}

type StepProps = { step: WorkStep; underWay: UnderWay; known: KnownParts }

function StepName({ step: { part, state }, underWay: { version }, known }: StepProps) {
  const name = nameOf(part, known)
  if (part.kind === 'test' || state === 'withdrawn' || state === 'waiting') return name
  if (part.kind === 'evaluation') {
    return state === 'done' ? name : <Link href={evaluationPath(version)}>{name}</Link>
  }
  return <Link href={pathOf(part, version.course.id)}>{name}</Link>
}

function Ways({ step: { part, state }, underWay, known }: StepProps) {
  const { version } = underWay
  if (part.kind === 'case' && state === 'open') {
    return (
      <p>
        <Link
          href={summaryPath(part.scenario, version.course.id)}
          aria-label={`Read the summary instead: ${nameOf(part, known)}`}
        >
          Read the summary instead
        </Link>
        , which counts as done.
      </p>
    )
  }
  if (part.kind !== 'test' || testFault(underWay, part.form)) return null
  const again = underWay.work.tests.length > 0 ? 'Take another test' : 'Take the test'
  return (
    <TestForm
      activityId={version.activityId}
      form={part.form}
      words={part.form === 'pre' ? 'Take the first test' : again}
    />
  )
}

/** The one way on, above the list. */
function Next({ underWay, known }: { underWay: UnderWay; known: KnownParts }) {
  const { work, version } = underWay
  const next = work.steps.find(
    ({ state, part }) => state === 'open' && !(part.kind === 'test' && testFault(underWay, part.form))
  )
  if (!next) return null
  const { part } = next
  return (
    <div className="flow">
      <p>
        <strong>Next:</strong> {nameOf(part, known)}
      </p>
      {part.kind === 'test' ? (
        <TestForm activityId={version.activityId} form={part.form} tone="action" words="Go on" />
      ) : (
        <p>
          <ButtonLink href={part.kind === 'evaluation' ? evaluationPath(version) : pathOf(part, version.course.id)}>
            Go on
          </ButtonLink>
        </p>
      )}
    </div>
  )
}

type TestFormProps = { activityId: string; form: 'pre' | 'post'; tone?: 'action' | 'plain'; words: string }

function TestForm({ activityId, form, tone = 'plain', words }: TestFormProps) {
  return (
    <form method="post" action={`/activities/${activityId}/test`}>
      <input type="hidden" name="form" value={form} />
      <Button tone={tone}>{words}</Button>
    </form>
  )
}

function evaluationPath({ course, activityId }: UnderWay['version']): string {
  return `/courses/${course.id}/evaluation?for=${activityId}`
}
