import type { ServedLesson } from '#server/learning/lessons/served.ts'
import { listOffered, served } from '#server/learning/scenarios/served.ts'
import { Link } from '../../_components/link.tsx'
import { Section } from '../../_components/page.tsx'
import { capitalized, wordsOf } from '../../_components/words.ts'

type OnwardProps = { lesson: ServedLesson['lesson']; next: ServedLesson | undefined }

/** The cases on offer that practice a lesson, and the lesson that follows it. */
export function Onward({ lesson, next }: OnwardProps) {
  const cases = listOffered(served()).filter(({ scenario }) => lesson.practice.includes(scenario.id))
  if (cases.length === 0 && !next) return null
  return (
    <Section id="next" title="What comes next">
      {cases.length > 0 ? (
        <>
          <h3>Practice it in a case</h3>
          <ul>
            {cases.map(({ scenario }) => (
              <li key={scenario.id}>
                <Link href={`/learn/${scenario.id}`}>{capitalized(scenario.complaint)}</Link>,{' '}
                {wordsOf(scenario.setting).toLowerCase()}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {next ? (
        <>
          <h3>The next lesson</h3>
          <p>
            <Link href={`/lessons/${next.lesson.id}`}>{next.lesson.title}</Link>. {next.lesson.summary}
          </p>
        </>
      ) : null}
    </Section>
  )
}
