import { expect, test } from 'vitest'
import { contributorFault, lookBackFrom } from '#machines/activity/contributor-rules.ts'
import { bodyIds, offeringSchema } from '#machines/activity/offering.ts'
import { offeringFault } from '#machines/activity/offering-rules.ts'
import { presets } from '#machines/activity/presets.ts'
import { isSoftwareName } from '#machines/activity/software-names.ts'
import { aCompletion, aContributor, anOffering } from '#tests/helpers/activities.ts'

test.each([
  ['a multiple of its step', { maxHundredths: 125, stepHundredths: 25 }, undefined],
  ['no multiple', { maxHundredths: 110, stepHundredths: 25 }, 'amount_not_in_steps'],
  ['less than its step', { maxHundredths: 20, stepHundredths: 25 }, 'amount_not_in_steps'],
  ['no amount', { maxHundredths: null, stepHundredths: null }, 'amount_not_in_steps'],
  ['no step', { stepHundredths: null }, 'amount_not_in_steps'],
  ['one day', { validFrom: '2026-10-01', validTo: '2026-10-01' }, undefined],
  ['an end before its beginning', { validFrom: '2026-10-02', validTo: '2026-10-01' }, 'dates_reversed']
])('a credit with %s', (_, changes, fault) => expect(offeringFault(anOffering(changes))).toBe(fault))

test('a certificate of completion has no amount', () => {
  expect(offeringFault(aCompletion())).toBeUndefined()
  expect(offeringFault(aCompletion({ maxHundredths: 100, stepHundredths: 25 }))).toBe('amount_not_in_steps')
})

const relationship = { company: 'Example Devices', nature: 'Consultant', isRelevant: true, mitigation: '' }

test.each([
  ['nothing to disclose', {}, undefined],
  ['nothing collected', { disclosure: 'missing', collectedOn: '' }, undefined],
  ['nothing collected on a day', { disclosure: 'missing' }, 'disclosure_incomplete'],
  ['no day', { collectedOn: '' }, 'disclosure_incomplete'],
  ['a day to come', { collectedOn: '2026-11-26' }, 'disclosure_incomplete'],
  ['none, with a company', { relationships: [relationship] }, 'disclosure_incomplete'],
  ['relationships without one', { disclosure: 'relationships' }, 'disclosure_incomplete'],
  ['a relationship not yet mitigated', { disclosure: 'relationships', relationships: [relationship] }, undefined],
  ['a name of software', { name: 'ChatGPT' }, 'software_named']
] as const)('a person with %s', (_, changes, fault) => {
  const terms = aContributor({
    ...changes,
    relationships: [...('relationships' in changes ? changes.relationships : [])]
  })
  expect(contributorFault(terms, '2026-11-25')).toBe(fault)
})

test('a disclosure looks back 24 months', () => {
  expect(['2026-11-24', '2024-02-29', '2026-02-28'].map(lookBackFrom)).toEqual([
    '2024-11-24',
    '2022-02-28',
    '2024-02-28'
  ])
})

test.each([
  'ChatGPT',
  'chat GPT',
  'GPT-4o',
  'Claude',
  'Claude 3 Opus',
  'OpenAI',
  'Gemini Pro',
  'Attune',
  'an AI assistant',
  'A.I.'
])('%s is software', (name) => expect(isSoftwareName(name)).toBe(true))

test.each(['Claude Moreau', 'Ai Nguyễn', 'Gemini Ortiz', 'Alexa Brown', 'Grace Bot', 'River', 'Ada Example'])(
  '%s is a person',
  (name) => expect(isSoftwareName(name)).toBe(false)
)

test('what is common for a body makes a credit, and holds no number or sentence of it', () => {
  const blank = { statement: null, activityNumber: '', providerNumber: '', label: 'As typed', needsEvaluation: true }
  const days = { validFrom: '2026-10-01', validTo: '2029-10-01', deliveryFormat: 'enduring' as const }
  for (const body of bodyIds) {
    const { notes, professions, idsRequired, ...terms } = presets[body]
    const whom = professions.length > 0 ? [...professions] : ['other' as const]
    const offering = { id: body, body, ...terms, ...blank, ...days, professions: whom, idsRequired: [...idsRequired] }
    expect(offeringSchema.safeParse(offering).success).toBe(true)
    expect(offeringFault(offering)).toBeUndefined()
    expect(notes.every(({ text }) => !/\b(is approved|designates|is accredited)\b/i.test(text))).toBe(true)
  }
})
