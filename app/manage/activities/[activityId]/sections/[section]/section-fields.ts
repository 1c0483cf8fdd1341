import type { ActivityDraft } from '#machines/activity/draft.ts'
import type { CourseFacts } from '#machines/activity/planned.ts'
import { listProfessions } from '#machines/activity/professions.ts'
import type { DraftSection } from '#machines/activity/sections.ts'

/** One control of a section's form. `value` is what the draft says; `values` of a group of boxes. */
export type SectionField = { name: string; label: string; hint?: string } & (
  | { kind: 'line'; value: string; type?: 'text' | 'url' | 'email' }
  | { kind: 'text'; value: string; rows?: number; longest?: number }
  | { kind: 'day'; value: string }
  | { kind: 'number'; value: string; least: number; most: number }
  | { kind: 'one'; value: string; options: readonly { value: string; label: string }[] }
  | { kind: 'several'; values: readonly string[]; options: readonly { value: string; label: string }[] }
)

const yesOrNo = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' }
]

/** @returns the controls of a section, as the draft fills them. */
export function fieldsFor(section: DraftSection, draft: ActivityDraft, course: CourseFacts): SectionField[] {
  switch (section) {
    case 'basics':
      return basics(draft)
    case 'objectives':
      return objectives(draft, course)
    case 'planning':
      return planning(draft)
    case 'authorship':
      return authorship(draft)
    case 'time':
      return time(draft, course)
    case 'dates':
      return dates(draft)
    case 'provider':
      return provider(draft)
    case 'support':
      return support(draft)
    case 'before-starting':
      return beforeStarting(draft)
  }
}

function basics(draft: ActivityDraft): SectionField[] {
  return [
    {
      kind: 'line',
      name: 'title',
      label: 'Title',
      hint: 'It stands on certificates and in transcripts, so choose neutral words.',
      value: draft.title
    },
    {
      kind: 'one',
      name: 'format',
      label: 'Format',
      hint: 'A live version of the same course is an activity of its own.',
      value: draft.format,
      options: [
        { value: 'enduring', label: 'Enduring material: self-paced, on this site' },
        { value: 'live', label: 'Live activity' }
      ]
    },
    {
      kind: 'several',
      name: 'audience',
      label: 'Professions it is for',
      values: draft.audience,
      options: listProfessions().map(({ id, label }) => ({ value: id, label }))
    },
    text('audienceText', 'More about the audience', draft.audienceText, 'Such as a setting. It may stay empty.'),
    text('prerequisites', 'Needed before it', draft.prerequisites, 'Left empty, the front page says “nothing”.')
  ]
}

function objectives(draft: ActivityDraft, course: CourseFacts): SectionField[] {
  return course.objectives.map(({ objective, text: own }) => ({
    kind: 'text',
    name: `objective.${objective}`,
    label: own,
    hint: 'Left empty, this objective is told in the course’s words above.',
    value: draft.objectives.find((it) => it.objective === objective)?.text ?? '',
    rows: 2,
    longest: 300
  }))
}

function planning({ planning: it }: ActivityDraft): SectionField[] {
  return [
    text('practiceGap', 'Practice gap', it.practiceGap, 'What happens in practice today, against what should.'),
    text(
      'underlyingNeed',
      'Underlying need',
      it.underlyingNeed,
      'What people lack to close it: knowledge, skill, or a way to do it here.'
    ),
    text('intendedChange', 'Intended change', it.intendedChange, 'What will be done differently after it.'),
    text('formatReason', 'Reason for the format', it.formatReason, 'Why this format fits the need.'),
    text(
      'plannersByProfession',
      'Planners by profession',
      it.plannersByProfession,
      'Which professions planned it, and for whom.'
    )
  ]
}

function authorship({ authorship: it }: ActivityDraft): SectionField[] {
  return [
    text(
      'declaration',
      'Who wrote the content, and how',
      it.declaration,
      'Shown to learners. Name people and the parts they wrote, and the software’s authors where you use its content.'
    ),
    {
      kind: 'one',
      name: 'usedMachineAssistance',
      label: 'Was machine assistance used in writing any of it?',
      hint: 'Such as a language model, by you or by the content’s authors. Software itself is never listed among the people.',
      value: it.usedMachineAssistance,
      options: yesOrNo
    }
  ]
}

function time(draft: ActivityDraft, { minutes, test }: CourseFacts): SectionField[] {
  return [
    {
      kind: 'number',
      name: 'minutes',
      label: 'Minutes that most learners need',
      hint: `The course computes to ${minutes}. Credit follows from this number and is never rounded up.`,
      value: String(draft.minutes),
      least: 0,
      most: 1440
    },
    text(
      'minutesBasis',
      'What the time rests on',
      draft.minutesBasis,
      'Such as the computed time, or a pilot with three to five learners of the audience.'
    ),
    {
      kind: 'number',
      name: 'passMark',
      label: 'Pass mark of the second test, in percent',
      hint: test
        ? `The course itself asks for ${test.passMark}. Learners are told before they begin.`
        : 'This course has no test.',
      value: String(draft.passMark),
      least: 50,
      most: 100
    }
  ]
}

function dates({ dates: it, graceDays }: ActivityDraft): SectionField[] {
  return [
    { kind: 'day', name: 'release', label: 'Release', value: it.release },
    {
      kind: 'day',
      name: 'lastReview',
      label: 'Last review',
      hint: 'On the day of release or later.',
      value: it.lastReview
    },
    {
      kind: 'day',
      name: 'expiry',
      label: 'Credit ends after',
      hint: 'At most three years after the last review. Credit then closes by itself; the content stays open.',
      value: it.expiry
    },
    {
      kind: 'number',
      name: 'graceDays',
      label: 'Days of grace',
      hint: 'How long after that day somebody who began by then may still finish. 0 is usual.',
      value: String(graceDays),
      least: 0,
      most: 90
    }
  ]
}

function provider({ provider: it }: ActivityDraft): SectionField[] {
  return [
    { kind: 'line', name: 'name', label: 'Name', hint: 'As your accreditor knows it.', value: it.name },
    { kind: 'line', name: 'address', label: 'Address', value: it.address },
    { kind: 'line', name: 'url', label: 'Web address', value: it.url },
    {
      kind: 'line',
      name: 'contact',
      label: 'Contact',
      hint: 'An address or number of the office that learners may use.',
      value: it.contact
    },
    {
      kind: 'line',
      name: 'administrator',
      label: 'Administrator',
      hint: 'Whose name a certificate may carry. It may stay empty.',
      value: it.administrator
    }
  ]
}

function support({ commercialSupport: it }: ActivityDraft): SectionField[] {
  return [
    {
      kind: 'one',
      name: 'isReceived',
      label: 'Was commercial support received for this activity?',
      value: it.isReceived,
      options: yesOrNo
    },
    text('supportText', 'Who gave what', it.text, 'Names only: no logo and no product.')
  ]
}

function beforeStarting(draft: ActivityDraft): SectionField[] {
  return [
    text('media', 'What it consists of', draft.media, 'The media used: what is read, decided and asked.'),
    text(
      'howToComplete',
      'How to take part and get credit',
      draft.howToComplete,
      'Acknowledging this page, the steps of the course, the second test, the evaluation, the claim.'
    ),
    text(
      'requirements',
      'What one needs',
      draft.requirements,
      'A current browser is enough; no script, sound or video is needed.'
    ),
    { ...text('bibliography', 'References', draft.bibliography, 'One a line, with dates.'), rows: 8 },
    text('accommodations', 'Accommodations', draft.accommodations, 'How to ask for them, whom, and how long before.'),
    text('privacy', 'Privacy', draft.privacy, 'What is reported to whom, and why.'),
    text('grievance', 'Complaints', draft.grievance, 'Whom to write to, and what happens then.'),
    text('refund', 'Refunds', draft.refund, 'Left empty where nothing is charged.'),
    text('attestation', 'Attestation', draft.attestation, 'The sentence that a learner attests when claiming.')
  ]
}

function text(name: string, label: string, value: string, hint: string): Extract<SectionField, { kind: 'text' }> {
  return { kind: 'text', name, label, hint, value }
}
