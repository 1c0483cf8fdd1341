import type { ProfessionId } from '#content/professions.ts'
import type { Body, IdentifierKind } from './offering.ts'

/**
 * How well a fact about an accreditor is known: read in a published text, read in somebody else's account, or general
 * knowledge that nobody has checked. An office checks each with its accreditor.
 */
export type FactMark = 'verified' | 'secondary' | 'needs-review'

/** What is common for a body. Never a sentence, a number or a mark of the accreditor. */
export type Preset = {
  unit: string
  maxHundredths: number | null
  stepHundredths: number | null
  professions: readonly ProfessionId[]
  idsRequired: readonly IdentifierKind[]
  isPartialAllowed: boolean
  minScore: number
  maxAttempts: number | null
  notes: readonly { text: string; mark: FactMark }[]
}

const quarterHours = { maxHundredths: 100, stepHundredths: 25, idsRequired: [], minScore: 80, maxAttempts: null }
const sixtyMinutes = { text: 'Sixty minutes make one.', mark: 'verified' } as const

/** What is common for each body, as a beginning that an office changes; all of it can be edited. */
export const presets: Readonly<Record<Body, Preset>> = {
  ama: {
    ...quarterHours,
    unit: 'credit',
    professions: ['physician'],
    idsRequired: ['license', 'birthMonthDay'],
    isPartialAllowed: true,
    notes: [
      { text: 'Sixty minutes make one credit, in steps of a quarter hour.', mark: 'verified' },
      {
        text: 'Only physicians (MD, DO) are awarded it; others get a certificate of participation.',
        mark: 'secondary'
      },
      { text: 'Physicians claim only what they did, so less than the most can be claimed.', mark: 'verified' },
      { text: 'The statement of designation names the format.', mark: 'verified' }
    ]
  },
  ancc: {
    ...quarterHours,
    unit: 'contact hour',
    professions: ['registered-nurse', 'practical-nurse', 'nurse-practitioner', 'school-nurse'],
    isPartialAllowed: false,
    notes: [
      { text: 'Sixty minutes make one contact hour; time for the evaluation counts.', mark: 'verified' },
      { text: 'Hours are cut, never rounded up, at one or two decimals.', mark: 'needs-review' },
      { text: 'Sponsors do not appear on the certificate.', mark: 'verified' }
    ]
  },
  ja: {
    ...quarterHours,
    unit: 'credit',
    professions: [
      'physician',
      'registered-nurse',
      'nurse-practitioner',
      'physician-assistant',
      'pharmacist',
      'social-worker'
    ],
    isPartialAllowed: true,
    notes: [
      { text: 'Interprofessional credit is for what was planned by the team and for the team.', mark: 'verified' },
      { text: 'Every activity is reported in JA-PARS.', mark: 'verified' }
    ]
  },
  acpe: {
    ...quarterHours,
    unit: 'contact hour',
    professions: ['pharmacist', 'pharmacy-technician'],
    idsRequired: ['epid', 'birthMonthDay'],
    isPartialAllowed: false,
    notes: [
      { text: 'The roster takes the NABP e-Profile ID and month and day of birth.', mark: 'verified' },
      { text: 'Credit is shown in CPE Monitor, and every provider reports there.', mark: 'verified' },
      { text: 'Reported within 60 days of completion.', mark: 'needs-review' }
    ]
  },
  'aswb-ace': {
    ...quarterHours,
    unit: 'CE credit',
    professions: ['social-worker'],
    isPartialAllowed: false,
    notes: [
      { text: 'Usually one credit or more, then halves or quarters.', mark: 'needs-review' },
      { text: 'A self-paced course has a scored test, typically 80 percent, and an evaluation.', mark: 'needs-review' },
      { text: 'The delivery format is told apart: in person, live at a distance, self-paced.', mark: 'verified' }
    ]
  },
  apa: {
    ...quarterHours,
    unit: 'CE credit',
    stepHundredths: 100,
    professions: ['psychologist'],
    isPartialAllowed: false,
    maxAttempts: 2,
    notes: [
      { text: 'A home study has a test and an evaluation, and 3 to 10 references.', mark: 'verified' },
      { text: 'A pass mark of at least 75 percent and 6 to 8 questions a credit are recommended.', mark: 'verified' },
      { text: 'One sponsor reports that one retake is meant.', mark: 'secondary' },
      { text: 'No credit for a part.', mark: 'needs-review' }
    ]
  },
  nbcc: {
    ...quarterHours,
    unit: 'clock hour',
    professions: ['counselor'],
    isPartialAllowed: false,
    notes: [
      { text: 'Sixty minutes make one clock hour.', mark: 'needs-review' },
      {
        text: 'The whole path of a home study is reviewed: time, test and key, references, evaluation.',
        mark: 'verified'
      }
    ]
  },
  nchec: {
    ...quarterHours,
    unit: 'CECH',
    professions: ['health-educator'],
    isPartialAllowed: false,
    notes: [
      sixtyMinutes,
      { text: 'The certificate carries the provider’s number and the number of the event.', mark: 'verified' }
    ]
  },
  'ada-cerp': {
    ...quarterHours,
    unit: 'CE credit',
    professions: ['dentist', 'dental-hygienist'],
    isPartialAllowed: true,
    notes: [
      { text: 'In quarter hours; the certificate says that acceptance is up to the boards.', mark: 'needs-review' },
      { text: 'The provider is recognized, not the course.', mark: 'verified' }
    ]
  },
  aafp: {
    ...quarterHours,
    unit: 'credit',
    professions: ['physician'],
    isPartialAllowed: true,
    notes: [
      { text: 'The statement is shown exactly as supplied, so nothing in it is filled in.', mark: 'verified' },
      { text: 'In steps of a quarter credit.', mark: 'needs-review' }
    ]
  },
  capce: {
    ...quarterHours,
    unit: 'CEH',
    professions: ['emergency-medical'],
    idsRequired: ['nremt', 'license'],
    isPartialAllowed: false,
    notes: [
      { text: 'In quarter or half hours; the course number shows the format.', mark: 'needs-review' },
      { text: 'Reported with the NREMT or the state license number within 30 days.', mark: 'needs-review' }
    ]
  },
  state: {
    ...quarterHours,
    unit: 'hour',
    professions: [],
    idsRequired: ['license'],
    isPartialAllowed: false,
    notes: [{ text: 'What a state asks for differs by board and year; read the rule itself.', mark: 'needs-review' }]
  },
  none: {
    unit: 'completion',
    maxHundredths: null,
    stepHundredths: null,
    professions: [],
    idsRequired: [],
    isPartialAllowed: false,
    minScore: 80,
    maxAttempts: null,
    notes: []
  }
}
