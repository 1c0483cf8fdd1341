import type { Course } from '#content/course-schema.ts'
import { soarSteps } from '#server/credit/evaluations/answers.ts'
import { Button } from '../../../_components/button.tsx'
import { Section } from '../../../_components/page.tsx'
import { Confidence } from './confidence.tsx'
import styles from './evaluation.module.css'
import { Barriers, Minutes, OneOf, Written } from './questions.tsx'
import { words } from './words.ts'

/** The questions of an evaluation, and the press that finishes without them. */
export function EvaluationForm({ course }: { course: Pick<Course, 'id' | 'objectives'> }) {
  return (
    <form method="post" action={`/courses/${course.id}/evaluation/send`}>
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
        <OneOf name="bias" legend="Was it free of commercial bias?" options={words.bias} />
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
          <Button tone="plain" name="as" value="without">
            Finish without answering
          </Button>
        </div>
      </Section>
    </form>
  )
}
