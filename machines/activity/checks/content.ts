import { type Gap, gapIf } from '../gap.ts'
import type { Planned, PlannedContent } from '../planned.ts'

const capacities = ['clinician', 'lived-experience', 'coder'] as const

/** @returns what is taught or asked and was withdrawn, must change, or was not signed in each capacity. */
export function contentGaps({ contents, course }: Pick<Planned, 'contents' | 'course'>): Gap[] {
  const withdrawn = contents.filter(({ isWithdrawn }) => isWithdrawn)
  const changing = contents.filter(({ mustChange }) => mustChange.length > 0)
  return [
    ...gapIf(!course.isOffered || contents.length === 0, 'course_not_offered', { course: course.title }),
    ...gapIf(withdrawn.length > 0, 'content_withdrawn', { contents: withdrawn.map(nameOf) }),
    ...gapIf(changing.length > 0, 'content_must_change', {
      contents: changing.map((each) => `${nameOf(each)}: ${each.mustChange.join(', ')}`)
    }),
    ...capacities.flatMap((capacity) => {
      const unsigned = contents.filter(({ missing }) => missing.includes(capacity))
      return gapIf(unsigned.length > 0, 'sign_off_missing', { capacity, contents: unsigned.map(nameOf) })
    })
  ]
}

const kindWords = { course: 'Course', lesson: 'Lesson', case: 'Case', item: 'Questions' }

function nameOf({ content: { kind, version }, title }: PlannedContent): string {
  return `${kindWords[kind]} “${title}”, version ${version}`
}
