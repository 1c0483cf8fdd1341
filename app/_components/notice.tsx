import type { ReactNode } from 'react'
import type { NoticeCode } from '#server/errors.ts'
import { classes } from './classes.ts'
import styles from './notice.module.css'
import { accountWords } from './notice-words/account.ts'
import { activityWords } from './notice-words/activities.ts'
import { attendanceWords } from './notice-words/attendance.ts'
import { claimWords } from './notice-words/claims.ts'
import { kitWords } from './notice-words/kit.ts'
import { officeWords } from './notice-words/office.ts'
import { peopleWords } from './notice-words/people.ts'
import { phoneWords } from './notice-words/phone.ts'
import type { NoticeWords, Tone } from './notice-words/words.ts'

/** A message set apart from the text. `attention` asks for care, `risk` says that something can do harm. */
export function Notice({ title, tone = 'plain', children }: { title?: string; tone?: Tone; children?: ReactNode }) {
  return (
    <div className={classes(styles.notice, styles[tone])}>
      {title ? <p className={styles.title}>{title}</p> : null}
      {children}
    </div>
  )
}

/** What a refused request means for the person who made it; nothing for a code that is not ours. */
export function CodeNotice({ code }: { code: string | string[] | undefined }) {
  const found = typeof code === 'string' ? Object.entries(codeWords).find(([known]) => known === code)?.[1] : undefined
  if (!found) return null
  return (
    <div role="status">
      <Notice title={found.title} tone={found.tone}>
        <p>{found.text}</p>
      </Notice>
    </div>
  )
}

const codeWords: Record<NoticeCode, NoticeWords> = {
  ...accountWords,
  ...claimWords,
  ...activityWords,
  ...kitWords,
  ...officeWords,
  ...peopleWords,
  ...attendanceWords,
  ...phoneWords,
  computer_cleared: {
    title: 'This computer is cleared',
    text: 'Your visits and their answers are gone from this server. The browser’s own history is as it was.',
    tone: 'plain'
  },
  certificate_is_void: {
    title: 'The certificate is voided',
    text: 'Whoever verifies it reads so from now on. The reason is kept and shown to your office alone.',
    tone: 'plain'
  },
  certificate_is_reissued: {
    title: 'The certificate is reissued',
    text: 'It has the name of today’s profile and a new code. The one before is voided and says that it was replaced.',
    tone: 'plain'
  },
  certificate_not_found: {
    title: 'That certificate is not here',
    text: 'It may have another address, or belong to somebody else.',
    tone: 'attention'
  },
  certificate_voided: {
    title: 'This certificate is voided already',
    text: 'Nothing was changed. Where a new one is due, the office of the provider reissues it.',
    tone: 'attention'
  },
  certificate_replaced: {
    title: 'This certificate was changed in the meantime',
    text: 'Nothing was changed now. This is where it stands; the certificate that replaced it, if any, is in its history.',
    tone: 'attention'
  },
  certificate_tampered: {
    title: 'This certificate is not as it was issued',
    text: 'It can be neither shown nor reissued. Tell the person who runs this site; the log names it.',
    tone: 'risk'
  },
  name_not_printable: {
    title: 'A letter of the name cannot be printed',
    text: 'Nothing was issued. Enter the name in the profile in Latin letters, as it is spelled on the license, and try again.',
    tone: 'attention'
  },
  text_not_printable: {
    title: 'A letter of the provider’s text cannot be printed',
    text: 'Nothing was issued, and nothing you did is lost. Tell the provider of this activity; the log names the letter.',
    tone: 'attention'
  },
  workshop_not_found: {
    title: 'This workshop is not here',
    text: 'It belongs to another organization, or its address is not right. Yours are in the list.',
    tone: 'attention'
  },
  agenda_not_runnable: {
    title: 'That agenda could not be run',
    text: 'Nothing was saved. Keep at least one block, and take each decision of a case once: a case that is there already cannot be added again.',
    tone: 'attention'
  },
  room_not_found: {
    title: 'No session has this code',
    text: 'Look at the code on the wall again. It has six letters and digits, and no zero, one or letter O.',
    tone: 'attention'
  },
  rehearsal_wiped: {
    title: 'The rehearsal is wiped',
    text: 'Its invented participants, their answers and its log are gone.',
    tone: 'plain'
  },
  not_in_control: {
    title: 'Somebody else leads this session now',
    text: 'You still see it here. You can take the lead back below.',
    tone: 'attention'
  },
  too_many_guesses: {
    title: 'Too many codes were tried from here',
    text: 'Wait a minute, or scan the square on the wall, which always works.',
    tone: 'attention'
  },
  answer_missing: {
    title: 'Nothing is marked here yet',
    text: 'Mark an answer and go on, or come back to this question from the list of all questions.',
    tone: 'attention'
  },
  pick_up_to_three: {
    title: 'Choose one to three sentences',
    text: 'Nothing was recorded yet. A hand-over here has at most three sentences.',
    tone: 'attention'
  },
  cross_site: {
    title: 'That form came from another site',
    text: 'Nothing was recorded. Open the case here and answer on this page.',
    tone: 'attention'
  },
  stale_form: {
    title: 'Somebody changed this meanwhile',
    text: 'Nothing was saved. What you typed is below; compare it with how it stands now, and save again.',
    tone: 'attention'
  },
  scenario_not_found: {
    title: 'That case is not here',
    text: 'It may have another address. Choose one from the list.',
    tone: 'attention'
  },
  booster_not_found: {
    title: 'That scene is not here',
    text: 'It may have another address. Choose one from your progress.',
    tone: 'attention'
  },
  plan_not_found: {
    title: 'No boosters are planned on this computer',
    text: 'They may have been stopped or cleared, or asked for in another browser. You can ask for them again below.',
    tone: 'attention'
  },
  evaluation_given: {
    title: 'You have finished the evaluation of this course',
    text: 'It is taken once, and nothing was added. What it said before is kept without your name.',
    tone: 'plain'
  },
  report_dates_reversed: {
    title: 'The last day is before the first',
    text: 'Choose days of completion from an earlier to a later one.',
    tone: 'attention'
  },
  report_too_long: {
    title: 'That workbook would be too long',
    text: 'No file was made. A workbook holds up to 3,000 rows: narrow the report by dates or department, or take it as CSV, which has no limit.',
    tone: 'attention'
  },
  lesson_not_found: {
    title: 'That lesson is not here',
    text: 'It may have another address. Choose one from the list.',
    tone: 'attention'
  },
  course_not_found: {
    title: 'That course is not here',
    text: 'It may have another address, or may have been withdrawn. Choose one from the list.',
    tone: 'attention'
  },
  course_not_begun: {
    title: 'This course is not begun on this computer',
    text: 'Nothing was recorded. Begin it below; what you did before counts.',
    tone: 'attention'
  },
  step_waits: {
    title: 'That step is not open',
    text: 'It opens once what comes before it is done. This is where the course stands now.',
    tone: 'plain'
  },
  activity_not_found: {
    title: 'That activity is not here',
    text: 'It may have another address, belong to another organization, or not be open. Choose one from the list.',
    tone: 'attention'
  },
  activity_incomplete: {
    title: 'This activity cannot open yet',
    text: 'Nothing was opened. The checklist below says what is missing, and why it is asked for.',
    tone: 'attention'
  },
  activity_unchanged: {
    title: 'This activity is open as it stands',
    text: 'Nothing has changed since it was opened, so no new version was made.',
    tone: 'plain'
  },
  activity_not_open: {
    title: 'This activity is not open',
    text: 'There is nothing to close. It may have been closed in another tab.',
    tone: 'plain'
  },
  attempt_not_found: {
    title: 'That visit is not on this computer',
    text: 'It may have been cleared, or begun in another browser. You can begin again.',
    tone: 'attention'
  },
  attempt_open: {
    title: 'You have a visit open',
    text: 'Continue it, or start as someone new.',
    tone: 'plain'
  },
  attempt_stale: {
    title: 'This visit has moved on',
    text: 'It was answered in another tab or by a second click. This is where it stands now; your first answer was kept.',
    tone: 'plain'
  },
  attempt_ended: { title: 'This visit has ended', text: 'Its debrief is still here for you to read.', tone: 'plain' },
  attempt_outdated: {
    title: 'This visit cannot go on',
    text: 'The case has changed since it was begun. You can begin it again.',
    tone: 'attention'
  },
  assessment_not_found: {
    title: 'That test is not on this computer',
    text: 'It may have been cleared, or begun in another browser. You can begin it again from its course.',
    tone: 'attention'
  },
  assessment_stale: {
    title: 'This test has moved on',
    text: 'It was answered in another tab, and that answer was kept. This is where it stands now; you can still change it.',
    tone: 'plain'
  },
  assessment_submitted: {
    title: 'This test is handed in',
    text: 'Its answers can no longer be changed. What it came to is below.',
    tone: 'plain'
  },
  assessment_incomplete: {
    title: 'Some questions have no answer yet',
    text: 'Nothing was handed in. Answer every question in the list below; there is no time limit.',
    tone: 'attention'
  },
  bank_too_small: {
    title: 'This test cannot be put together',
    text: 'There are too few questions for it. Tell the person who runs this site.',
    tone: 'risk'
  },
  branch_refused: {
    title: 'You cannot try again from there',
    text: 'Choose a scene on the path that you took.',
    tone: 'attention'
  },
  event_refused: {
    title: 'That answer does not fit this scene',
    text: 'Nothing was recorded. This is where the visit stands now.',
    tone: 'attention'
  },
  scenario_withdrawn: {
    title: 'This case has been withdrawn',
    text: 'Its content is being corrected and new visits are closed. Choose another case.',
    tone: 'risk'
  },
  body_too_large: {
    title: 'That answer is too long',
    text: 'Nothing was recorded. Answer again below.',
    tone: 'attention'
  },
  log_corrupt: {
    title: 'The record of this visit cannot be read',
    text: 'Nothing was changed. Tell the person who runs this site; you can begin a new visit.',
    tone: 'risk'
  },
  audit_broken: {
    title: 'The audit log cannot be continued',
    text: 'Nothing was changed. Tell the person who runs this site.',
    tone: 'risk'
  },
  version_changed: {
    title: 'This case was changed without a new version',
    text: 'Tell the person who runs this site. Choose another case for now.',
    tone: 'risk'
  },
  unexpected: {
    title: 'Something went wrong on our side',
    text: 'Answers that were confirmed are kept. Try again in a moment.',
    tone: 'attention'
  }
}
