import type { Step } from '#machines/course/progress.ts'
import type { KnownParts } from '#server/learning/courses/known-parts.ts'
import { ButtonLink } from '../../_components/button.tsx'
import { nameOf, pathOf, summaryPath } from '../../_components/course-steps.ts'
import { Link } from '../../_components/link.tsx'
import { Page, PageHeading, Section } from '../../_components/page.tsx'
import { tagWords } from '../../_components/words.ts'
import styles from './page.module.css'

type AskProps = {
  course: { id: string; title: string }
  scenario: string
  lighter: Step | undefined
  known: KnownParts
}

/** Before a hard case that would follow straight upon another: go on, something lighter first, or its summary. */
export function Ask({ course, scenario, lighter, known }: AskProps) {
  const note = known.cases.get(scenario)?.scenario.contentNote
  return (
    <Page>
      <PageHeading
        over={<Link href={`/courses/${course.id}`}>{course.title}</Link>}
        title="How would you like to go on?"
        lede="The case you did last was a hard one, and so is the next. Any of these ways is a good one, and each counts."
      />
      <Section id="choices" title="Your choice">
        {note ? (
          <>
            <p>The next case: {note.text}</p>
            <p className={styles.tags}>{note.tags.map((tag) => tagWords[tag]).join(' · ')}</p>
          </>
        ) : null}
        <p className={styles.choices}>
          <ButtonLink href={`/learn/${scenario}`}>Go on with the case</ButtonLink>
          <Lighter course={course} lighter={lighter} known={known} />
          <ButtonLink tone="plain" href={summaryPath(scenario, course.id)}>
            Read its summary
          </ButtonLink>
        </p>
        <p>
          You may also stop here and come back; <Link href="/support/you">support</Link> is open at all times.
        </p>
      </Section>
    </Page>
  )
}

function Lighter({ course, lighter, known }: Pick<AskProps, 'course' | 'lighter' | 'known'>) {
  if (!lighter || lighter.part.kind === 'test') return null
  return (
    <ButtonLink tone="plain" href={pathOf(lighter.part, course.id)}>
      Something lighter first: {nameOf(lighter.part, known)}
    </ButtonLink>
  )
}
