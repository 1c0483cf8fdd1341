import type { ActivityVersion } from '#machines/activity/version.ts'
import { ButtonLink } from '../../_components/button.tsx'
import { Section } from '../../_components/page.tsx'

/** The step before the form, where the credit asks for the evaluation and it was not given yet. */
export function EvaluationFirst({ version: { course, activityId } }: { version: ActivityVersion }) {
  return (
    <Section id="evaluation" title="The evaluation comes first">
      <p>
        This credit asks for it. It takes about 2 minutes and is kept without your name; after it you come back to your
        activity and claim.
      </p>
      <p>
        <ButtonLink href={`/courses/${course.id}/evaluation?for=${activityId}`}>Go to the evaluation</ButtonLink>
      </p>
    </Section>
  )
}
