import type { Course } from '#content/course-schema.ts'
import { soarSteps } from '#server/credit/evaluations/answers.ts'
import { Button } from '../../../_components/button.tsx'
import { words } from '../../../_components/evaluation-words.ts'
import { Section } from '../../../_components/page.tsx'
import { Confidence } from './confidence.tsx'
import styles from './evaluation.module.css'
import { Barriers, Minutes, OneOf, Written } from './questions.tsx'

type EvaluationFormProps = {
  course: Pick<Course, 'id' | 'objectives'>
  /** The activity it is given in, if any. */
  activityId?: string | undefined
  /** Whether the question about bias is asked of everyone, as where a credit needs the evaluation. */
  isBiasAsked?: boolean
}

/** The questions of an evaluation, and the press that finishes without them where nothing is asked of everyone. */
export function EvaluationForm({ course, activityId, isBiasAsked = false }: EvaluationFormProps) {
  return (
    <form method="post" action={`/courses/${course.id}/evaluation/send`}>
      {activityId ? <input type="hidden" name="for" value={activityId} /> : null}
      <Section id="objectives" title="What you can do now">
        <p>The course set out that you would be able to do each of these. Can you?</p>
        {course.objectives.map(({ objective, text }) => (
          <OneOf name={`objectives.${objective}`} legend={text} options={words.met} key={objective} />
        ))}
      </Section>
      <Section id="confidence" title="How sure you are">
        <p>How sure were you of each step before the course, as you see it now, and how sure are you today?</p>
        {soarSteps.map((step) => (
          <Confidence step={step} key={step} />
        ))}
      </Section>
      <Section id="course" title="The course">
        <OneOf name="relevance" legend="How relevant was it to your work?" options={words.relevance} />
        <OneOf name="learned" legend="How much did you learn?" options={words.learned} />
        <OneOf
          name="bias"
          legend={
            isBiasAsked ? 'Was it free of commercial bias? (asked of everyone)' : 'Was it free of commercial bias?'
          }
          options={words.bias}
          isRequired={isBiasAsked}
        />
        <Written name="biasText" label="If not, what did you notice?" />
        <OneOf
          name="respect"
          legend="Did it respect people who have lived through trafficking?"
          options={words.respect}
        />
        <OneOf
          name="access"
          legend="Could you use all of it with your device and as you need to?"
          options={words.access}
        />
        <Written name="accessText" label="If not, what stood in the way?" />
        <Minutes />
      </Section>
      <Section id="practice" title="Your practice">
        <OneOf name="intent" legend="Will you do something differently?" options={words.intent} />
        <Written name="change" label="What will you do differently?" />
        <Barriers />
        <Written name="topics" label="What should a later course teach?" />
      </Section>
      <Section id="send" title="Finish">
        <div className={styles.finish}>
          <Button>Send and finish</Button>
          {isBiasAsked ? null : (
            <Button tone="plain" name="as" value="without">
              Finish without answering
            </Button>
          )}
        </div>
      </Section>
    </form>
  )
}
