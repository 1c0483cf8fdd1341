import type { ActivityContent } from '#machines/activity/version.ts'
import type { Signature } from '#server/credit/sign-offs/queries.ts'

/** In which capacity somebody reads, as lists name it. */
export const capacityWords: Record<Signature['capacity'], string> = {
  clinician: 'Clinician',
  'lived-experience': 'Lived experience',
  coder: 'Coding specialist'
}

/** What each reader answers for. */
export const capacityHints: Record<Signature['capacity'], string> = {
  clinician: 'The care is safe and right for the professions it is for, and its sources say what it says.',
  'lived-experience': 'It does no harm to people who have lived this, and says nothing of them that is not so.',
  coder: 'Its codes, and what it says of documentation, fit the official code set and guidelines of its date.'
}

/** What a piece is. */
export const kindWords: Record<ActivityContent['kind'], string> = {
  course: 'Course',
  lesson: 'Lesson',
  case: 'Case',
  item: 'Questions'
}

/** @returns where a piece is read: its own page, and where it has one a whole text besides. */
export function readingsOf({ kind, id }: Pick<ActivityContent, 'kind' | 'id'>): { href: string; label: string }[] {
  if (kind === 'course') return [{ href: `/courses/${id}`, label: 'Read the course' }]
  if (kind === 'lesson') return [{ href: `/lessons/${id}`, label: 'Read the lesson' }]
  if (kind === 'item') return [{ href: `/manage/reviews/questions/${id}`, label: 'Read the questions' }]
  return [
    { href: `/learn/${id}`, label: 'Take the case' },
    { href: `/learn/${id}/summary`, label: 'Read its text' }
  ]
}
