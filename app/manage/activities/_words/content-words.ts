import type { GapCode } from '#machines/activity/gap.ts'
import { listed, type Said } from './said.ts'

const capacityWords: Record<string, string> = {
  clinician: 'a clinician',
  'lived-experience': 'somebody with lived experience',
  coder: 'a coding specialist'
}

type ContentCode = Extract<
  GapCode,
  'course_not_offered' | 'content_withdrawn' | 'content_must_change' | 'sign_off_missing'
>

/** Words for what is wrong with what is taught and asked. */
export const contentWords: Record<ContentCode, Said> = {
  course_not_offered: ({ course }) => ({
    what: 'The course is not on offer',
    why: `“${course}” was withdrawn or is still being written.`
  }),
  content_withdrawn: ({ contents }) => ({
    what: 'Something in it was withdrawn',
    why: `Withdrawn content carries no credit: ${listed(contents)}.`
  }),
  content_must_change: ({ contents }) => ({
    what: 'A reader says that something must change',
    why: `Until it is changed and read again: ${listed(contents)}.`
  }),
  sign_off_missing: ({ capacity, contents }) => ({
    what: `Have ${capacityWords[String(capacity)]} sign ${count(contents)}`,
    why: `Not signed in this capacity, in exactly this version: ${listed(contents)}.`
  })
}

function count(contents: unknown): string {
  const pieces = Array.isArray(contents) ? contents.length : 0
  return pieces === 1 ? 'one piece of the content' : `${pieces} pieces of the content`
}
