import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkActivity, mayOpen } from '#machines/activity/checklist.ts'
import type { ActivityDraft } from '#machines/activity/draft.ts'
import { type Because, type GapCode, gapTable } from '#machines/activity/gap.ts'
import type { Body, CreditOffering } from '#machines/activity/offering.ts'
import type { Planned } from '#machines/activity/planned.ts'
import {
  aCompletion,
  aContributor,
  aDraft,
  anOffering,
  aPlanned,
  aSignedContent,
  twoContributors
} from '#tests/helpers/activities.ts'

type Planted = [plant: Partial<Planned>, because: Because]

const [physician, nurse] = twoContributors()
if (!physician || !nurse) throw new Error('Two contributors were expected')
const base = aPlanned()

const bodyNames: Partial<Record<Body, string>> = {
  ama: 'AMA PRA Category 1',
  ja: 'Joint Accreditation (IPCE)',
  acpe: 'ACPE',
  'aswb-ace': 'ASWB ACE',
  apa: 'APA',
  nbcc: 'NBCC ACEP',
  nchec: 'NCHEC (CHES, MCHES)',
  'ada-cerp': 'ADA CERP',
  aafp: 'AAFP',
  capce: 'CAPCE',
  state: 'State board or agency'
}

/** One fault each, planted in an activity without any. */
const planted: Record<GapCode, Planted> = {
  title_missing: draft({ title: '' }),
  audience_missing: [{ draft: aDraft({ audience: [] }) }, {}],
  objectives_missing: draft(
    { objectives: [{ objective: 'privacy', text: 'See every patient alone.' }] },
    { objectives: ['State the limits of confidentiality, and honor the answer.'] }
  ),
  objective_unknown: draft(
    { objectives: [...aDraft().objectives, { objective: 'gone', text: 'Something else.' }] },
    { objectives: ['gone'] }
  ),
  practice_gap_missing: planning('practiceGap'),
  underlying_need_missing: planning('underlyingNeed'),
  intended_change_missing: planning('intendedChange'),
  format_reason_missing: planning('formatReason'),
  planners_by_profession_missing: planning('plannersByProfession'),
  planner_missing: people([
    { ...physician, roles: ['author'] },
    { ...nurse, roles: ['reviewer'] }
  ]),
  reviewer_missing: people([physician, { ...nurse, roles: ['planner'] }]),
  faculty_missing: people([{ ...physician, roles: ['planner'] }, nurse]),
  software_named: people([physician, nurse, aContributor({ name: 'ChatGPT' })], { name: 'ChatGPT' }),
  disclosure_missing: people([physician, { ...nurse, disclosure: 'missing', collectedOn: '' }], {
    name: 'Ben Example'
  }),
  disclosure_undated: people([physician, { ...nurse, collectedOn: '' }], { name: 'Ben Example' }),
  disclosure_to_come: people([physician, { ...nurse, collectedOn: '2026-11-25' }], {
    name: 'Ben Example',
    collectedOn: '2026-11-25'
  }),
  disclosure_stale: people([physician, { ...nurse, collectedOn: '2024-11-23' }], {
    name: 'Ben Example',
    collectedOn: '2024-11-23'
  }),
  relationships_unnamed: people([physician, { ...nurse, disclosure: 'relationships' }], { name: 'Ben Example' }),
  disclosure_unassessed: people(
    [physician, { ...nurse, ...withRelationship('We replaced the session.'), assessedBy: '' }],
    {
      name: 'Ben Example'
    }
  ),
  mitigation_missing: people([physician, { ...nurse, ...withRelationship('') }], {
    name: 'Ben Example',
    company: 'Example Devices'
  }),
  planner_for_profession_missing: people([physician, { ...nurse, profession: 'physician' }], {
    professions: ['Registered nurse']
  }),
  authorship_missing: draft({ authorship: { declaration: '', usedMachineAssistance: 'no' } }),
  machine_assistance_undeclared: draft({ authorship: { declaration: 'Written by us.', usedMachineAssistance: '' } }),
  course_not_offered: [{ course: { ...base.course, isOffered: false } }, { course: 'Patient safety core course' }],
  content_withdrawn: contents({ isWithdrawn: true }, ['Course “Patient safety core course”, version 1']),
  content_must_change: contents({ mustChange: ['R. Reader'] }, [
    'Course “Patient safety core course”, version 1: R. Reader'
  ]),
  sign_off_missing: [
    { contents: [aSignedContent(), aSignedContent({ title: 'The record', missing: ['coder'] })] },
    { capacity: 'coder', contents: ['Course “The record”, version 1'] }
  ],
  minutes_missing: draft({ minutes: 0 }),
  minutes_basis_missing: draft({ minutesBasis: '' }, { minutes: 60, computed: 60 }),
  minutes_over_content: draft({ minutes: 61 }, { minutes: 61, computed: 60 }),
  release_missing: dates({ release: '' }),
  last_review_missing: dates({ lastReview: '' }),
  expiry_missing: dates({ expiry: '' }),
  review_to_come: dates({ lastReview: '2026-11-25' }, { lastReview: '2026-11-25' }),
  review_before_release: dates({ release: '2026-10-16' }, { release: '2026-10-16', lastReview: '2026-10-15' }),
  expiry_before_review: [
    {
      draft: aDraft({ dates: { release: '2026-10-01', lastReview: '2026-10-15', expiry: '2026-10-14' } }),
      offerings: [aCompletion({ validTo: '2026-10-14' })],
      today: '2026-10-14',
      latestToday: '2026-10-15'
    },
    { expiry: '2026-10-14', lastReview: '2026-10-15' }
  ],
  expiry_past: [
    { today: '2029-10-16', latestToday: '2029-10-16', contributors: fresh('2029-10-01') },
    { expiry: '2029-10-15' }
  ],
  expiry_over_three_years: dates(
    { expiry: '2029-10-16' },
    { expiry: '2029-10-16', lastReview: '2026-10-15', latest: '2029-10-15' }
  ),
  provider_name_missing: provider({ name: '' }),
  provider_contact_missing: provider({ contact: '' }),
  commercial_support_undeclared: draft({ commercialSupport: { isReceived: '', text: '' } }),
  commercial_support_unnamed: draft({ commercialSupport: { isReceived: 'yes', text: '' } }),
  media_missing: draft({ media: '' }),
  how_to_complete_missing: draft({ howToComplete: '' }),
  requirements_missing: draft({ requirements: '' }),
  bibliography_missing: draft({ bibliography: '' }),
  accommodations_missing: draft({ accommodations: '' }),
  privacy_missing: draft({ privacy: '' }),
  grievance_missing: draft({ grievance: '' }),
  attestation_missing: draft({ attestation: '' }),
  offering_missing: [{ offerings: [] }, {}],
  demonstration_credit: [
    { isDemonstration: true, offerings: [anOffering()] },
    { credit: 'Contact hours (ANCC contact hours (NCPD))' }
  ],
  statement_missing: ancc({ statement: null }),
  statement_unknown: ancc({ statement: { id: 'other', version: 1 } }),
  statement_of_other_body: [
    { offerings: [anOffering()], statements: [{ id: 'sentence', version: 1, body: 'state', text: 'A sentence.' }] },
    { credit: 'Contact hours (ANCC contact hours (NCPD))', other: 'State board or agency' }
  ],
  statement_outdated: [
    { statements: [...base.statements, { id: 'sentence', version: 2, body: 'ancc', text: 'A newer sentence.' }] },
    { credit: 'Contact hours (ANCC contact hours (NCPD))', version: 1, newest: 2 }
  ],
  professions_missing: ancc({ professions: [] }),
  profession_outside_audience: ancc(
    { professions: ['registered-nurse', 'pharmacist'] },
    { professions: ['Pharmacist'] }
  ),
  amount_missing: ancc({ maxHundredths: null, stepHundredths: null }),
  amount_on_completion: [{ offerings: [aCompletion({ maxHundredths: 100 })] }, { credit: 'Certificate of completion' }],
  amount_over_minutes: ancc({ maxHundredths: 125 }, { max: 125, most: 100, minutes: 60 }),
  amount_not_in_steps: ancc({ maxHundredths: 90 }, { max: 90, step: 25 }),
  offering_dates_reversed: ancc({ validFrom: '2029-10-15', validTo: '2029-10-14' }),
  offering_ended: ancc({ validTo: '2026-11-23' }, { validTo: '2026-11-23' }),
  offering_past_expiry: ancc({ validTo: '2029-10-16' }, { validTo: '2029-10-16', expiry: '2029-10-15' }),
  offering_format_differs: ancc({ deliveryFormat: 'live' }),
  test_missing: [
    { course: { ...base.course, test: null }, offerings: [aCompletion()] },
    { credit: 'Certificate of completion' }
  ],
  evaluation_missing: [
    { course: { ...base.course, hasEvaluation: false }, offerings: [aCompletion()] },
    { credit: 'Certificate of completion' }
  ],
  ama_profession: credit('ama', { professions: ['physician', 'registered-nurse'] }),
  ama_statement: [
    { ...credit('ama')[0], statements: [{ id: 'sentence', version: 1, body: 'ama', text: 'Some sentence.' }] },
    { credit: 'Hours (AMA PRA Category 1)', missing: ['the provider', 'the learning format', 'the number of credits'] }
  ],
  ama_step: credit('ama', { stepHundredths: 50 }),
  ama_test: credit('ama', { minScore: 0 }),
  ancc_address: [
    { ...provider({ address: '', url: '' })[0], offerings: [anOffering()] },
    { credit: 'Contact hours (ANCC contact hours (NCPD))' }
  ],
  ancc_sponsor: ancc(
    { label: 'Contact hours, sponsored' },
    { credit: 'Contact hours, sponsored (ANCC contact hours (NCPD))' }
  ),
  ja_team: [
    { ...credit('ja')[0], contributors: [physician, { ...nurse, roles: ['reviewer'] }] },
    { credit: 'Hours (Joint Accreditation (IPCE))' }
  ],
  acpe_number: credit('acpe', { activityNumber: '' }),
  acpe_identifiers: credit('acpe', { idsRequired: ['epid'] }),
  aswb_number: credit('aswb-ace', { providerNumber: '' }),
  aswb_test: credit('aswb-ace', { minScore: 79 }),
  aswb_evaluation: credit('aswb-ace', { needsEvaluation: false }),
  apa_test: credit('apa', { minScore: 0 }),
  apa_evaluation: credit('apa', { needsEvaluation: false }),
  apa_references: [
    { ...credit('apa')[0], draft: aDraft({ bibliography: 'First source.\n\nSecond source.' }) },
    { credit: 'Hours (APA)', references: 2 }
  ],
  apa_many_references: [
    { ...credit('apa')[0], draft: aDraft({ bibliography: 'A source.\n'.repeat(11) }) },
    { credit: 'Hours (APA)', references: 11 }
  ],
  apa_score: credit('apa', { minScore: 74 }, { score: 74 }),
  apa_items: [
    { ...credit('apa')[0], course: { ...base.course, test: { items: 5, passMark: 80 } } },
    { credit: 'Hours (APA)', items: 5 }
  ],
  apa_partial: credit('apa', { isPartialAllowed: true }),
  nbcc_path: credit('nbcc', { needsEvaluation: false }),
  nbcc_number: credit('nbcc', { providerNumber: '' }),
  nbcc_administrator: [
    { ...credit('nbcc')[0], ...provider({ administrator: '' })[0] },
    { credit: 'Hours (NBCC ACEP)' }
  ],
  nchec_provider_number: credit('nchec', { providerNumber: '' }),
  nchec_event_number: credit('nchec', { activityNumber: '' }),
  cerp_step: credit('ada-cerp', { stepHundredths: 10 }),
  cerp_board_note: [
    { ...credit('ada-cerp')[0], statements: [{ id: 'sentence', version: 1, body: 'ada-cerp', text: 'A sentence.' }] },
    { credit: 'Hours (ADA CERP)' }
  ],
  aafp_statement: [
    { ...credit('aafp')[0], statements: [{ id: 'sentence', version: 1, body: 'aafp', text: 'A sentence, {amount}.' }] },
    { credit: 'Hours (AAFP)' }
  ],
  aafp_step: credit('aafp', { stepHundredths: 10 }),
  capce_number: credit('capce', { activityNumber: '' }),
  capce_step: credit('capce', { stepHundredths: 10 }),
  capce_identifiers: credit('capce', { idsRequired: [] }),
  state_number: credit('state', { providerNumber: '', activityNumber: '' })
}

function draft(changes: Partial<ActivityDraft>, because: Because = {}): Planted {
  return [{ draft: aDraft(changes) }, because]
}

function planning(field: keyof ActivityDraft['planning']): Planted {
  return draft({ planning: { ...aDraft().planning, [field]: '' } })
}

function provider(changes: Partial<ActivityDraft['provider']>): Planted {
  return draft({ provider: { ...aDraft().provider, ...changes } })
}

function dates(changes: Partial<ActivityDraft['dates']>, because: Because = {}): Planted {
  return draft({ dates: { ...aDraft().dates, ...changes } }, because)
}

function people(contributors: Planned['contributors'], because: Because = {}): Planted {
  return [{ contributors }, because]
}

function contents(changes: Parameters<typeof aSignedContent>[0], named: string[]): Planted {
  return [{ contents: [aSignedContent(), aSignedContent(changes)] }, { contents: named }]
}

function ancc(changes: Partial<CreditOffering>, because: Because = {}): Planted {
  return [{ offerings: [anOffering(changes)] }, { credit: 'Contact hours (ANCC contact hours (NCPD))', ...because }]
}

/** A credit that has all its body asks for. */
function credit(body: Body, changes: Partial<CreditOffering> = {}, because: Because = {}): Planted {
  const whole = anOffering({
    body,
    label: 'Hours',
    professions: ['physician'],
    idsRequired: ['epid', 'birthMonthDay', 'nremt'],
    isPartialAllowed: false,
    activityNumber: 'A-1',
    providerNumber: 'P-1',
    ...changes
  })
  const text =
    body === 'aafp' ? 'A sentence without a brace.' : '{provider}, {amount}, {format}; boards decide on their own.'
  return [
    { offerings: [whole], statements: [{ id: 'sentence', version: 1, body, text }] },
    { credit: `Hours (${bodyNames[body]})`, ...because }
  ]
}

function withRelationship(mitigation: string): Partial<Planned['contributors'][number]> {
  return {
    disclosure: 'relationships',
    relationships: [{ company: 'Example Devices', nature: 'Speaker', isRelevant: true, mitigation }]
  }
}

function fresh(collectedOn: string): Planned['contributors'] {
  return twoContributors().map((person) => ({ ...person, collectedOn }))
}

describe('an activity without a gap', () => {
  test('has an empty checklist and may open', () => {
    expect(checkActivity(aPlanned())).toEqual([])
    expect(mayOpen([])).toBe(true)
  })

  test.each(Object.keys(bodyNames) as Body[])('also with a whole credit of %s', (body) => {
    expect(checkActivity(aPlanned(credit(body)[0]))).toEqual([])
  })

  test('also as a demonstration that offers a certificate of completion alone', () => {
    expect(checkActivity(aPlanned({ isDemonstration: true, offerings: [aCompletion()] }))).toEqual([])
  })
})

describe('one planted fault is found, named and placed', () => {
  test.each(Object.entries(planted))('%s', (code, [plant, because]) => {
    const found = checkActivity(aPlanned(plant)).filter((gap) => gap.code === code)
    const [section, severity, field] = gapTable[code as GapCode]
    expect(found).toEqual([{ code, section, severity, field, because }])
  })
})

describe('severity', () => {
  const codes = Object.keys(planted) as GapCode[]
  const gapCodes = codes.filter((code) => gapTable[code][1] === 'gap')

  test('no activity with planted gaps may open, whatever else is changed beside them', () => {
    const some = fc.uniqueArray(fc.constantFrom(...codes), { maxLength: 3 })
    fc.assert(
      fc.property(fc.constantFrom(...gapCodes), some, (code, more) => {
        const plants = [code, ...more].map((each) => planted[each][0])
        fc.pre(areApart(plants))
        expect(mayOpen(checkActivity(aPlanned(Object.assign({}, ...plants))))).toBe(false)
      }),
      { numRuns: 1000 }
    )
  })

  test.each(Object.keys(planted).filter((code) => gapTable[code as GapCode][1] === 'warning') as GapCode[])(
    '%s is told and keeps nothing from opening',
    (code) => {
      expect(mayOpen(checkActivity(aPlanned(planted[code][0])))).toBe(true)
    }
  )
})

describe('the order', () => {
  test('is that of the table, whatever the order of the faults', () => {
    const all = checkActivity(
      aPlanned({ draft: aDraft({ title: '', attestation: '' }), contributors: [], offerings: [] })
    )
    expect(all.map(({ code }) => code)).toEqual([
      'title_missing',
      'planner_missing',
      'reviewer_missing',
      'faculty_missing',
      'planner_for_profession_missing',
      'attestation_missing',
      'offering_missing'
    ])
  })

  test('names what is unsigned once for each capacity, all of it together', () => {
    const missing = ['clinician', 'lived-experience', 'coder'] as const
    const all = checkActivity(
      aPlanned({ contents: [aSignedContent({ missing }), aSignedContent({ missing, title: 'Another' })] })
    )
    const both = ['Course “Patient safety core course”, version 1', 'Course “Another”, version 1']
    expect(all.map(({ because }) => because)).toEqual([
      { capacity: 'clinician', contents: both },
      { capacity: 'lived-experience', contents: both },
      { capacity: 'coder', contents: both }
    ])
  })
})

/** Whether no change overwrites another. */
function areApart(plants: readonly Partial<Planned>[]): boolean {
  const names = plants.flatMap((plant) => Object.keys(plant))
  return new Set(names).size === names.length
}
