import type { Step, StepState } from '#machines/course/progress.ts'
import type { KnownParts } from '#server/learning/courses/known-parts.ts'
import { Badge } from '../../_components/badge.tsx'
import { nameOf, pathOf, summaryPath } from '../../_components/course-steps.ts'
import { Link } from '../../_components/link.tsx'
import styles from './page.module.css'
import { TestForm } from './test-form.tsx'

const kindWords = { lesson: 'Lesson', case: 'Case', test: 'Test', evaluation: 'Evaluation' }

const stateWords: Record<StepState, string> = {
  done: 'Done',
  next: 'Next',
  open: 'Open',
  waiting: 'Opens when the steps before it are done',
  'passed-over': 'Left out: it would measure nothing any more'
}

type StepListProps = { course: { id: string }; steps: readonly Step[]; known: KnownParts; isBegun: boolean }

/** The steps of a course in their order; once it is begun each says its state and leads to where it is taken. */
export function StepList({ course, steps, known, isBegun }: StepListProps) {
  return (
    <ol className={`plainlist ${styles.steps}`}>
      {steps.map((step) => (
        <li className={styles.step} key={step.part.id}>
          <p className={styles.kind}>
            {kindWords[step.part.kind]}, {wholeMinutes(step)}
          </p>
          <p className={styles.name}>
            <StepName course={course} step={step} known={known} isBegun={isBegun} />
          </p>
          {isBegun ? <State state={step.state} /> : null}
          {isBegun ? <Ways course={course} step={step} known={known} /> : null}
        </li>
      ))}
    </ol>
  )
}

type StepProps = { course: { id: string }; step: Step; known: KnownParts }

function StepName({ course, step: { part, state }, known, isBegun }: StepProps & { isBegun: boolean }) {
  const name = nameOf(part, known)
  const isClosed = !isBegun || part.kind === 'test' || state === 'waiting'
  if (isClosed || (part.kind === 'evaluation' && state === 'done')) return name
  return <Link href={pathOf(part, course.id)}>{name}</Link>
}

function State({ state }: { state: StepState }) {
  return (
    <p>
      <Badge tone={state === 'done' ? 'done' : 'plain'}>{stateWords[state]}</Badge>
    </p>
  )
}

function Ways({ course, step: { part, state }, known }: StepProps) {
  if (state !== 'next' && state !== 'open') return null
  if (part.kind === 'test')
    return (
      <TestForm
        courseId={course.id}
        form={part.form}
        tone="plain"
        words={`Take the ${part.form === 'pre' ? 'first test' : 'test'}`}
      />
    )
  if (part.kind !== 'case') return null
  return (
    <p>
      <Link
        href={summaryPath(part.scenario, course.id)}
        aria-label={`Read the summary instead: ${nameOf(part, known)}`}
      >
        Read the summary instead
      </Link>
      , which counts as done.
    </p>
  )
}

function wholeMinutes({ minutes }: Step): string {
  const whole = Math.max(1, Math.round(minutes))
  return whole === 1 ? '1 minute' : `${whole} minutes`
}
