import type { Course } from '#content/course-schema.ts'
import type { KnownParts } from '#server/learning/courses/known-parts.ts'
import { getRegistry, listRoles } from '#server/learning/reference/queries.ts'
import { Link } from '../../_components/link.tsx'
import { Section } from '../../_components/page.tsx'
import { tagWords } from '../../_components/words.ts'
import styles from './page.module.css'

/** What a course gives, how long it takes and how that was counted, what it is about and whom it is for. */
export function About({ course, known }: { course: Course; known: KnownParts }) {
  const professions = listRoles().filter(({ id }) => course.roles.some((it) => it === id))
  return (
    <>
      <Section id="objectives" title="What you can do afterward">
        <ul>
          {course.objectives.map(({ objective, text }) => (
            <li key={objective}>{text}</li>
          ))}
        </ul>
      </Section>
      <Section id="time" title="How long it takes">
        <p>
          About {course.minutes} minutes: the shortest way through each case, 200 words a minute, and 20 seconds for
          each question of a test. There is no time limit.
        </p>
      </Section>
      <Section id="topics" title="What it is about">
        <ul>
          {topicsOf(known).map((topic) => (
            <li key={topic}>{topic}</li>
          ))}
        </ul>
      </Section>
      <Section id="for" title="Whom it is for">
        <p>{professions.map(({ label }) => label).join(', ')}. Anyone may take it.</p>
      </Section>
    </>
  )
}

/** What the cases and lessons of a course touch, named before it is begun. */
export function ContentNote({ known }: { known: KnownParts }) {
  const notes = known.parts.flatMap((part) => noteOf(part, known) ?? [])
  const tags = [...new Set(notes.flatMap((note) => note.tags))]
  return (
    <Section id="note" title="Content note">
      {tags.length === 0 ? null : (
        <>
          <p>Its lessons and cases touch on what is named here. Each says so again before it begins.</p>
          <p className={styles.tags}>{tags.map((tag) => tagWords[tag]).join(' · ')}</p>
        </>
      )}
      <p>
        <strong>Some people taking this have lived this.</strong> You may stop at any step, read a summary in place of
        any case, and <Link href="/support/you">support</Link> is open at all times.
      </p>
    </Section>
  )
}

function noteOf(part: KnownParts['parts'][number], { lessons, cases }: KnownParts) {
  if (part.kind === 'lesson') return lessons.get(part.lesson)?.lesson.contentNote
  return part.kind === 'case' ? cases.get(part.scenario)?.scenario.contentNote : undefined
}

function topicsOf({ parts, lessons }: KnownParts): string[] {
  const ids = new Set(
    parts.flatMap((part) => (part.kind === 'lesson' ? (lessons.get(part.lesson)?.lesson.topics ?? []) : []))
  )
  return getRegistry().topics.flatMap(({ id, name }) => (ids.has(id) ? [name] : []))
}
