import type { Gap, GapCode } from '#machines/activity/gap.ts'
import { accreditorWords } from './accreditor-words.ts'
import { contentWords } from './content-words.ts'
import { type GapWords, listed, plain, type Said } from './said.ts'

/** @returns a gap in words. */
export function wordsForGap({ code, because }: Pick<Gap, 'code' | 'because'>): GapWords {
  return words[code](because)
}

const beforeStart = 'Accreditors want learners to read it before they begin.'
const planningRecord = 'It belongs to the planning record, which an accreditor’s office reads in an audit.'
const everyone = 'Everyone who controls the content discloses the last 24 months, and learners are told.'

const words: Record<GapCode, Said> = {
  ...accreditorWords,
  ...contentWords,
  title_missing: plain('Give the activity a title', 'It stands on the front page and on every certificate.'),
  audience_missing: plain(
    'Choose whom it is for',
    'Credit is offered to professions, and a front page names its audience.'
  ),
  objectives_missing: ({ objectives }) => ({
    what: 'Confirm the objectives of the course',
    why: `These are not among yours yet: ${listed(objectives)}.`
  }),
  objective_unknown: ({ objectives }) => ({
    what: 'Take out an objective that the course no longer has',
    why: `The course changed; save the objectives once more. No longer there: ${listed(objectives)}.`
  }),
  practice_gap_missing: plain('Write down the practice gap', planningRecord),
  underlying_need_missing: plain('Write down the need behind the gap', planningRecord),
  intended_change_missing: plain('Write down the change you intend', planningRecord),
  format_reason_missing: plain('Write down why this format', planningRecord),
  planners_by_profession_missing: plain('Write down which professions planned it, and how', planningRecord),
  planner_missing: plain(
    'Name a planner',
    'Accreditors ask who planned an activity. A person does; software does not.'
  ),
  reviewer_missing: plain('Name a reviewer', 'Somebody answers for having read the whole of it.'),
  faculty_missing: plain(
    'Name who wrote or teaches it',
    'The front page names its faculty or authors with their credentials.'
  ),
  software_named: ({ name }) => ({
    what: `Take “${name}” off the list of people`,
    why: 'Software is never listed as a contributor. Say under “Authorship” what help of machines there was.'
  }),
  disclosure_missing: ({ name }) => ({ what: `Collect the disclosure of ${name}`, why: everyone }),
  disclosure_undated: ({ name }) => ({
    what: `Say when ${name} disclosed`,
    why: 'A disclosure looks back 24 months from the day it was collected.'
  }),
  disclosure_to_come: ({ name, collectedOn }) => ({
    what: `Correct the day on which ${name} disclosed`,
    why: `${collectedOn} is still to come.`
  }),
  disclosure_stale: ({ name, collectedOn }) => ({
    what: `Collect the disclosure of ${name} again`,
    why: `It is from ${collectedOn}, more than 24 months ago.`
  }),
  relationships_unnamed: ({ name }) => ({
    what: `Name the companies that ${name} disclosed`,
    why: 'Learners are told the company and the nature of each relationship.'
  }),
  disclosure_unassessed: ({ name }) => ({
    what: `Say who judged the relationships of ${name}`,
    why: 'The provider judges which are relevant, not the person who discloses.'
  }),
  mitigation_missing: ({ name, company }) => ({
    what: `Say how the relationship of ${name} with ${company} was mitigated`,
    why: 'A relevant relationship has to be mitigated before the activity begins.'
  }),
  planner_for_profession_missing: ({ professions }) => ({
    what: 'A profession of the audience has no planner of its own',
    why: `Check with your accreditor whether one is needed for: ${listed(professions)}.`
  }),
  authorship_missing: plain(
    'Declare who wrote the content',
    'The operator declares it; the software says nothing of itself.'
  ),
  machine_assistance_undeclared: plain(
    'Declare whether machines helped in writing it',
    'Yes or no: learners and reviewers may rely on the answer.'
  ),
  minutes_missing: plain('Say how many minutes it takes', 'Credit follows from the time that most learners need.'),
  minutes_basis_missing: ({ minutes, computed }) => ({
    what: `Say what the ${minutes} minutes rest on`,
    why: `The course computes to ${computed}. The basis may be that, or your own pilot with learners of the audience.`
  }),
  minutes_over_content: ({ minutes, computed }) => ({
    what: `${minutes} minutes are more than the content computes`,
    why: `It computes to ${computed}. Keep your evidence for the longer time.`
  }),
  release_missing: plain('Give the day of release', `It is printed on the front page. ${beforeStart}`),
  last_review_missing: plain(
    'Give the day of the last review',
    'It is printed with the other two dates, and the expiry counts from it.'
  ),
  expiry_missing: plain(
    'Give the day on which credit ends',
    'It is printed, and closes credit by itself; the content stays open.'
  ),
  review_to_come: ({ lastReview }) => ({
    what: 'Correct the day of the last review',
    why: `${lastReview} is still to come.`
  }),
  review_before_release: ({ release, lastReview }) => ({
    what: 'The last review is before the release',
    why: `Released ${release}, reviewed ${lastReview}: the last review is on the day of release or later.`
  }),
  expiry_before_review: ({ expiry, lastReview }) => ({
    what: 'Credit ends before the last review',
    why: `Ends ${expiry}, reviewed ${lastReview}.`
  }),
  expiry_past: ({ expiry }) => ({
    what: 'Credit has ended',
    why: `The expiry was ${expiry}. Review the activity, then give the day of that review and a new expiry.`
  }),
  expiry_over_three_years: ({ lastReview, latest }) => ({
    what: `Let credit end by ${latest}`,
    why: `That is three years after the last review of ${lastReview}; beyond them nothing may carry credit unreviewed.`
  }),
  provider_name_missing: plain('Name the provider', 'It stands on the front page, in statements and on certificates.'),
  provider_contact_missing: plain(
    'Say how the provider is reached',
    'Learners need somebody to ask, and certificates name a contact.'
  ),
  commercial_support_undeclared: plain('Declare whether there was commercial support', `Yes or no. ${beforeStart}`),
  commercial_support_unnamed: plain(
    'Say who gave the commercial support',
    'Support that was received is disclosed to learners, by name and without a logo.'
  ),
  media_missing: plain('Say what the activity consists of', beforeStart),
  how_to_complete_missing: plain('Say how one takes part and gets credit', beforeStart),
  requirements_missing: plain('Say what one needs to take it', beforeStart),
  bibliography_missing: plain('List references for further study', 'Enduring material comes with a bibliography.'),
  accommodations_missing: plain('Say how to ask for accommodations', beforeStart),
  privacy_missing: plain('Say what is reported to whom', beforeStart),
  grievance_missing: plain('Say where complaints go', beforeStart),
  attestation_missing: plain(
    'Write what a learner attests when claiming',
    'Learners claim what they did, in a sentence of yours.'
  )
}
