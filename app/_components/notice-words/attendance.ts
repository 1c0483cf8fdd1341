import type { NoticeCode } from '#server/errors.ts'
import type { NoticeWords } from './words.ts'

/** Words for being there: checking in and out, the roster, and credit for it. */
export const attendanceWords = {
  checked_in: {
    title: 'You are checked in',
    text: 'The other code is shown at the end. Enter it here before you leave: it says that you were there until then.',
    tone: 'plain'
  },
  checked_out: {
    title: 'You are checked out',
    text: 'How long you were there is recorded. Your credit is taken below, or by signing in here later.',
    tone: 'plain'
  },
  check_in_opened: {
    title: 'Check-in is open',
    text: 'Put the code on the wall, or read it aloud. It changes every minute.',
    tone: 'plain'
  },
  check_in_closed: {
    title: 'Check-in is closed',
    text: 'No code is taken any more. You can still correct the roster, with a reason.',
    tone: 'plain'
  },
  end_code_on: {
    title: 'The end code can be shown now',
    text: 'It differs from the one for checking in, and changes every minute too.',
    tone: 'plain'
  },
  attendance_added: { title: 'Added to the roster', text: 'The log says who added them and why.', tone: 'plain' },
  attendance_changed: {
    title: 'The times are changed',
    text: 'What was recorded before, who changed it and why stand in the log.',
    tone: 'plain'
  },
  attendance_removed: { title: 'Taken off the roster', text: 'The log says who did it and why.', tone: 'plain' },
  roster_taken: {
    title: 'The sheet is on the roster',
    text: 'Who was on it already has these times besides; nothing is counted twice.',
    tone: 'plain'
  },
  attendance_not_found: {
    title: 'Nobody is on the roster by that name or address',
    text: 'Nothing was recorded. Check in first, with the same address, or tell the person who leads.',
    tone: 'attention'
  },
  attendance_missing: {
    title: 'This credit is for those who were there',
    text: 'It is a live activity: check in at the workshop, and take your credit after it.',
    tone: 'plain'
  },
  attendance_too_short: {
    title: 'The minutes you were there are too few for this credit',
    text: 'They come to less than its smallest amount, and nothing is rounded up. If the roster is wrong, tell the person who led the workshop.',
    tone: 'plain'
  },
  attendance_unfinished: {
    title: 'The end code is missing',
    text: 'Only who entered it is known to have stayed. If you did and could not, the person who led the workshop can record it.',
    tone: 'attention'
  },
  attendance_settled: {
    title: 'Credit has been claimed with this line',
    text: 'It cannot be changed any more, and nothing was. The office can void the certificate.',
    tone: 'attention'
  },
  attendance_window_over: {
    title: 'The time to take this credit is over',
    text: 'It ended the stated number of days after the workshop. Your attendance stays recorded; ask the office.',
    tone: 'attention'
  },
  activity_is_live: {
    title: 'This is a live activity',
    text: 'It is begun by checking in at the workshop, not here.',
    tone: 'plain'
  },
  activity_not_live: {
    title: 'No live activity belongs to this workshop',
    text: 'Check-in needs one that is open for credit: choose it where the workshop is edited.',
    tone: 'attention'
  },
  check_in_not_open: {
    title: 'Check-in is not open',
    text: 'It opens shortly before the workshop and closes after it. Ask the person who leads.',
    tone: 'attention'
  },
  check_in_open_already: {
    title: 'A check-in of this workshop is there already',
    text: 'Nothing was opened. There is one for each day, and one open at a time.',
    tone: 'attention'
  },
  check_in_code_wrong: {
    title: 'That is not the code that is shown now',
    text: 'It changes every minute. Look again, and type the six letters and digits.',
    tone: 'attention'
  },
  check_in_code_first: {
    title: 'The code comes first',
    text: 'It was not entered yet on this device, or too long ago. Enter the one that is shown now.',
    tone: 'attention'
  },
  end_code_not_shown: {
    title: 'The end code is not shown yet',
    text: 'Nothing was recorded. It is shown when the workshop ends.',
    tone: 'plain'
  },
  times_reversed: {
    title: 'The end is not after the beginning',
    text: 'Nothing was changed. Write both times as they were, such as 09:00 and 10:00.',
    tone: 'attention'
  },
  roster_lines_wrong: {
    title: 'A line of the sheet could not be read',
    text: 'Nothing was taken. Each line has a name, an address or nothing, a profession or nothing, and two times.',
    tone: 'attention'
  }
} as const satisfies Partial<Record<NoticeCode, NoticeWords>>
