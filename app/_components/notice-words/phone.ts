import type { NoticeCode } from '#server/errors.ts'
import type { NoticeWords } from './words.ts'

/** Words for what a phone in a room is told without leaving its page. */
export const phoneWords = {
  room_told: {
    title: 'Those who lead were told',
    text: 'They see that it was asked, and not by whom.',
    tone: 'plain'
  },
  seat_not_found: {
    title: 'This phone has no seat here yet',
    text: 'Type the code from the wall, or scan the square, to take one.',
    tone: 'attention'
  },
  room_ended: {
    title: 'This session has ended',
    text: 'Thank you for taking part. Nothing that you answered was kept with your name.',
    tone: 'plain'
  },
  room_full: {
    title: 'This session has no seat left',
    text: 'Share a phone with somebody beside you, or tell the person who leads.',
    tone: 'attention'
  },
  question_closed: {
    title: 'This question is closed',
    text: 'Your last answer before that was counted, if you gave one.',
    tone: 'plain'
  },
  invalid_input: {
    title: 'That form could not be read',
    text: 'Nothing was recorded. Choose again below.',
    tone: 'attention'
  },
  choose_one: {
    title: 'Choose one answer',
    text: 'Nothing was recorded yet. Choose one and go on.',
    tone: 'attention'
  },
  order_incomplete: {
    title: 'Give every step its own place',
    text: 'Nothing was recorded yet. Each position can be used once.',
    tone: 'attention'
  }
} as const satisfies Partial<Record<NoticeCode, NoticeWords>>
