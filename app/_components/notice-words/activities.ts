import type { NoticeCode } from '#server/errors.ts'
import type { NoticeWords } from './words.ts'

/** Words for what was done with an activity. */
export const activityWords = {
  activity_begun: {
    title: 'The draft is begun',
    text: 'Only your office sees it. Go through the checklist; every gap says what is missing and why.',
    tone: 'plain'
  },
  activity_now_open: {
    title: 'It is open for credit',
    text: 'Everything in it is frozen as it stands. What you change from now on waits until you open it again.',
    tone: 'plain'
  },
  activity_now_closed: {
    title: 'It is closed for credit',
    text: 'The reason is in the log. The course stays open, and certificates stay as they were issued.',
    tone: 'plain'
  }
} as const satisfies Partial<Record<NoticeCode, NoticeWords>>
