import type { NoticeCode } from '#server/errors.ts'
import type { NoticeWords } from './words.ts'

/** Words for taking an activity for credit: why a credit cannot be had, each in one sentence, and what is missing. */
export const claimWords = {
  front_matter_unread: {
    title: 'Read the page of this activity first',
    text: 'Nothing was begun: this activity is taken for credit once its page, as it is now, is acknowledged at its end.',
    tone: 'attention'
  },
  activity_not_released: {
    title: 'This activity has not begun yet',
    text: 'It can be taken for credit from its release date on.',
    tone: 'plain'
  },
  activity_expired: {
    title: 'This activity has expired',
    text: 'Its lessons and cases stay open to read and practice, and no new credit can be earned in it.',
    tone: 'attention'
  },
  activity_closed: {
    title: 'The office has closed this activity',
    text: 'No new credit can be earned in it; what was finished before it was closed can still be claimed.',
    tone: 'attention'
  },
  content_withdrawn: {
    title: 'Part of this activity has been withdrawn',
    text: 'No new credit can be earned in this version of it; what was finished before the withdrawal can still be claimed.',
    tone: 'risk'
  },
  content_revised: {
    title: 'Part of this activity has been revised',
    text: 'What is left to do has changed since the office opened it for credit, and counts again once the office opens the revised version.',
    tone: 'attention'
  },
  profession_not_eligible: {
    title: 'This credit is for other professions',
    text: 'Its accreditor gives it to the professions named with it, and yours is not one of them.',
    tone: 'plain'
  },
  credit_not_yet_valid: {
    title: 'This credit began after you did',
    text: 'It can be earned only by those who began on or after its first day, and you began before it.',
    tone: 'plain'
  },
  credit_no_longer_valid: {
    title: 'This credit has ended',
    text: 'Its last day is over, and the activity had to be finished by then.',
    tone: 'plain'
  },
  expired_midway: {
    title: 'The activity expired before you finished it',
    text: 'What is finished after its last day earns no credit, also where it was begun before.',
    tone: 'attention'
  },
  work_unfinished: {
    title: 'Something is left to do before this credit',
    text: 'Every lesson and case, and the test where there is one, is done first; what is left stands under “Your steps”.',
    tone: 'plain'
  },
  work_too_early: {
    title: 'That was done before the activity was begun',
    text: 'Only what is done after its page was acknowledged counts for credit.',
    tone: 'attention'
  },
  test_missing: {
    title: 'This credit needs a test',
    text: 'It asks for a test score and this activity has no test, so it cannot be claimed; tell the office.',
    tone: 'attention'
  },
  score_too_low: {
    title: 'This credit needs a higher test score',
    text: 'Your best test so far is below what this credit asks for; another test asks other questions on the same points.',
    tone: 'plain'
  },
  attempts_used_up: {
    title: 'The tests for this credit are used up',
    text: 'The office allows no further test for it; the lessons and cases stay open, and the office’s contact stands on the activity’s page.',
    tone: 'attention'
  },
  identifiers_missing: {
    title: 'This credit asks for something that your profile does not hold',
    text: 'Its accreditor needs it to find you; add it to your profile, and claim after that.',
    tone: 'attention'
  },
  already_claimed: {
    title: 'You have claimed this credit',
    text: 'Each credit of an activity is claimed once, in whichever version of it.',
    tone: 'plain'
  },
  evaluation_missing: {
    title: 'The evaluation comes first',
    text: 'This credit asks for the evaluation, which is kept without your name.',
    tone: 'plain'
  },
  bias_missing: {
    title: 'One question has no answer yet',
    text: 'Nothing was sent: the office asks everyone whether the activity was free of commercial bias, and every other question may be left out.',
    tone: 'attention'
  },
  amount_not_permitted: {
    title: 'That amount cannot be claimed',
    text: 'Nothing was claimed; choose one of the amounts below.',
    tone: 'attention'
  },
  attestation_missing: {
    title: 'The statement is not confirmed yet',
    text: 'Nothing was claimed; read the sentence below and check the box beside it.',
    tone: 'attention'
  },
  claim_not_found: {
    title: 'That claim is not here',
    text: 'It may belong to another account; your own stand with your activities.',
    tone: 'attention'
  },
  claim_refused: {
    title: 'That does not fit where this claim stands',
    text: 'Nothing was changed, and this is where it stands now.',
    tone: 'attention'
  },
  evaluation_kept: {
    title: 'Thank you for the evaluation',
    text: 'It is kept without your name; the next step is below.',
    tone: 'plain'
  }
} satisfies Partial<Record<NoticeCode, NoticeWords>>
