import type { NoticeCode } from '#server/errors.ts'
import type { NoticeWords } from './words.ts'

/** Words for what is done, and what can go wrong, with statements, credits, the people of an activity and signatures. */
export const officeWords = {
  saved: { title: 'Saved', text: 'It is kept as it stands below.', tone: 'plain' },
  removed: { title: 'Removed', text: 'It is gone from here. What is open keeps it as it was.', tone: 'plain' },
  people_copied: {
    title: 'The people are copied',
    text: 'They come with what they disclosed and the day it was collected. Look at each before you rely on it.',
    tone: 'plain'
  },
  signed: {
    title: 'The signature is kept',
    text: 'It counts for exactly the versions that you read. A changed version needs a new one.',
    tone: 'plain'
  },
  sign_off_withdrawn: {
    title: 'The signature is withdrawn',
    text: 'It no longer counts here. What is open keeps it, and the record of changes says that it was withdrawn.',
    tone: 'plain'
  },
  form_incomplete: {
    title: 'Something in this form is missing, too long or not a day',
    text: 'Nothing was saved, and what you typed is below. Look for an empty field, for a list in which nothing is marked, and for a day that is still to come.',
    tone: 'attention'
  },
  statement_braces: {
    title: 'Only {provider}, {amount} and {format} may stand in braces',
    text: 'Nothing was saved. Write the accreditor’s own words in place of any other braces; what you typed is below.',
    tone: 'attention'
  },
  statement_markup: {
    title: 'A statement is words only',
    text: 'Nothing was saved. Take out the tags, such as those for italics, and paste the words alone.',
    tone: 'attention'
  },
  statement_unchanged: {
    title: 'These are the words it has already',
    text: 'No new version was made.',
    tone: 'plain'
  },
  statement_not_found: {
    title: 'That statement is not here',
    text: 'It may have another address. Choose one from the list.',
    tone: 'attention'
  },
  amount_not_in_steps: {
    title: 'The most that can be claimed does not fit the step',
    text: 'Nothing was saved. Write both as numbers with a point, such as 1.00 and 0.25; the first is a multiple of the second.',
    tone: 'attention'
  },
  dates_reversed: {
    title: 'The last day is before the first',
    text: 'Nothing was saved. Give the first day to begin for this credit and the last day to finish for it.',
    tone: 'attention'
  },
  offering_not_found: {
    title: 'That credit is not here',
    text: 'Somebody may have removed it. These are the credits of this activity now.',
    tone: 'attention'
  },
  disclosure_incomplete: {
    title: 'The disclosure does not fit together',
    text: 'Nothing was saved. “Relationships” needs at least one company with its nature; “none” and “missing” have no company; what is collected has a day that is not to come.',
    tone: 'attention'
  },
  software_named: {
    title: 'Software is not a person here',
    text: 'Nothing was saved. Only people plan, write, teach and review. Say under “Authorship” of the activity how it was written and with what help of machines.',
    tone: 'attention'
  },
  contributor_not_found: {
    title: 'That person is not listed here',
    text: 'Somebody may have removed them. These are the people of this activity now.',
    tone: 'attention'
  },
  sign_off_not_found: {
    title: 'That signature is not here',
    text: 'It may have been withdrawn already.',
    tone: 'attention'
  },
  content_changed: {
    title: 'The content has changed since this page was shown',
    text: 'Nothing was signed. Read the version that is here now, and sign that.',
    tone: 'attention'
  },
  reason_missing: {
    title: 'Give the reason',
    text: 'Nothing was recorded. One sentence is enough; it stands in the record of changes.',
    tone: 'attention'
  }
} as const satisfies Partial<Record<NoticeCode, NoticeWords>>
