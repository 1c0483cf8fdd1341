import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { unknownSources } from '#content/registry-checks.ts'
import {
  evidenceSchema,
  facilityCardSchema,
  facilityFields,
  isConfirmed,
  registrySchema
} from '#content/registry-schema.ts'
import { channels, strengths } from '#content/scene-schema.ts'
import { avoidedWords } from '#machines/scenario/rules/do-not-use.ts'
import { shownTexts } from '#machines/scenario/shown-text.ts'

const folder = new URL('../../content/registry/', import.meta.url)
const read = (name: string): unknown => parse(readFileSync(new URL(name, folder), 'utf8'))
const lists = [
  'codes',
  'contacts',
  'sources',
  'jurisdictions',
  'competencies',
  'words',
  'topics',
  'objectives',
  'indicators',
  'phrases'
] as const
/** Files with a form and a loader of their own. */
const alone = ['coding', 'evidence', 'figures']
const registry = registrySchema.parse(Object.fromEntries(lists.map((name) => [name, read(`${name}.yaml`)])))
const evidence = evidenceSchema.parse(read('evidence.yaml'))
const codes = new Map(registry.codes.map((entry) => [entry.code, entry]))

/** Official titles letter for letter: code, title, complete, 7th character missing, first fiscal year. */
const official = [
  ['T74', 'Adult and child abuse, neglect and other maltreatment, confirmed', false, true, 'FY2016'],
  ['T74.5', 'Forced sexual exploitation, confirmed', false, true, 'FY2019'],
  ['T74.51', 'Adult forced sexual exploitation, confirmed', false, true, 'FY2019'],
  ['T74.51XA', 'Adult forced sexual exploitation, confirmed, initial encounter', true, false, 'FY2019'],
  ['T74.52XA', 'Child sexual exploitation, confirmed, initial encounter', true, false, 'FY2019'],
  ['T74.61XA', 'Adult forced labor exploitation, confirmed, initial encounter', true, false, 'FY2019'],
  ['T74.62XA', 'Child forced labor exploitation, confirmed, initial encounter', true, false, 'FY2019'],
  ['T74.11XA', 'Adult physical abuse, confirmed, initial encounter', true, false, 'FY2016'],
  ['T74.A1', 'Adult financial abuse, confirmed', false, true, 'FY2023'],
  ['T76', 'Adult and child abuse, neglect and other maltreatment, suspected', false, true, 'FY2016'],
  ['T76.5', 'Forced sexual exploitation, suspected', false, true, 'FY2019'],
  ['T76.51', 'Adult forced sexual exploitation, suspected', false, true, 'FY2019'],
  ['T76.51XA', 'Adult forced sexual exploitation, suspected, initial encounter', true, false, 'FY2019'],
  ['T76.51XD', 'Adult forced sexual exploitation, suspected, subsequent encounter', true, false, 'FY2019'],
  ['T76.51XS', 'Adult forced sexual exploitation, suspected, sequela', true, false, 'FY2019'],
  ['T76.52', 'Child sexual exploitation, suspected', false, true, 'FY2019'],
  ['T76.52XA', 'Child sexual exploitation, suspected, initial encounter', true, false, 'FY2019'],
  ['T76.61XA', 'Adult forced labor exploitation, suspected, initial encounter', true, false, 'FY2019'],
  ['T76.62XA', 'Child forced labor exploitation, suspected, initial encounter', true, false, 'FY2019'],
  ['Z04', 'Encounter for examination and observation for other reasons', false, false, 'FY2016'],
  [
    'Z04.81',
    'Encounter for examination and observation of victim following forced sexual exploitation',
    true,
    false,
    'FY2019'
  ],
  [
    'Z04.82',
    'Encounter for examination and observation of victim following forced labor exploitation',
    true,
    false,
    'FY2019'
  ],
  ['Z62.813', 'Personal history of forced labor or sexual exploitation in childhood', true, false, 'FY2019'],
  ['Z91.42', 'Personal history of forced labor or sexual exploitation', true, false, 'FY2019'],
  ['Y07.010', 'Husband, current, perpetrator of maltreatment and neglect', true, false, 'FY2023'],
  ['Y07.6', 'Multiple perpetrators of maltreatment and neglect', true, false, 'FY2019'],
  ['Y07.03', 'Male partner, perpetrator of maltreatment and neglect', false, false, 'FY2016'],
  ['Z62.892', 'Runaway [from current living environment]', true, false, 'FY2024'],
  ['Z59.0', 'Homelessness', false, false, 'FY2016']
] as const

describe('the shelf', () => {
  test('has three phrases for each moment, each with words to avoid', () => {
    const counts = Object.groupBy(registry.phrases, ({ moment }) => moment)
    expect(Object.values(counts).map((group) => group.length)).toEqual(Array(12).fill(3))
    expect(registry.phrases.filter(({ avoid }) => avoid === undefined)).toEqual([])
  })

  test('has indicators of each strength and each channel, and none without another explanation', () => {
    expect(new Set(registry.indicators.map(({ strength }) => strength))).toEqual(new Set(strengths))
    expect(new Set(registry.indicators.map(({ channel }) => channel))).toEqual(new Set(channels))
    expect(registry.indicators.length).toBeGreaterThanOrEqual(45)
  })

  test('is held to the words we use', () => {
    const texts = shownTexts({
      indicators: [{ text: 'A pimp waits.', otherwise: 'A trafficking victim.', next: 'Rescue them.' }],
      phrases: [{ say: 'An addict.', avoid: 'You are an addict.' }]
    })
    expect(avoidedWords(texts, registry).map(({ path }) => path.join('.'))).toEqual([
      'indicators.0.text',
      'indicators.0.otherwise',
      'indicators.0.next',
      'phrases.0.say'
    ])
  })
})

describe('the registry', () => {
  test('parses every file it has', () => {
    expect(readdirSync(folder).sort()).toEqual([...lists, ...alone].map((name) => `${name}.yaml`).sort())
  })

  test('refuses an id that stands twice and a source that does not exist', () => {
    const [first] = registry.competencies
    const twice = { ...registry, words: [...registry.words, ...registry.words.slice(0, 1)] }
    const lost = {
      ...registry,
      competencies: registry.competencies.map((it) => (it === first ? { ...it, source: 'nowhere' } : it))
    }
    expect(registrySchema.safeParse(twice).error?.issues.map((it) => it.message)).toEqual([
      '"victim" stands here twice'
    ])
    expect(registrySchema.safeParse(lost).error?.issues).toMatchObject([
      { path: ['competencies', 0, 'source'], message: 'there is no source "nowhere"' }
    ])
  })

  test('resolves every source named on the page about the evidence', () => {
    expect(unknownSources(evidence, registry.sources)).toEqual([])
    expect(unknownSources({ why: { sources: ['nowhere'] } }, registry.sources)).toEqual([
      { path: ['why', 'sources'], message: 'there is no source "nowhere"' }
    ])
  })

  test('marks no statement as better founded than its weakest source', () => {
    const marks = new Map(registry.sources.map((source) => [source.id, source.mark]))
    const tooStrong = evidence.statements.filter(
      (it) => it.mark === 'verified' && it.sources.some((id) => marks.get(id) !== 'verified')
    )
    expect(tooStrong).toEqual([])
  })
})

describe('codes', () => {
  test.each(official)('%s keeps its official title and flags', (code, title, billable, seventh, since) => {
    expect(codes.get(code)).toMatchObject({ code, title, billable, seventh, since })
  })

  test('are complete in every branch of exploitation', () => {
    const complete = ['T74.51', 'T74.52', 'T74.61', 'T74.62', 'T76.51', 'T76.52', 'T76.61', 'T76.62'].flatMap((stem) =>
      ['A', 'D', 'S'].map((end) => `${stem}X${end}`)
    )
    expect(complete.filter((code) => codes.get(code)?.billable !== true)).toEqual([])
  })

  test('never let a code stand on a claim while a 7th character is missing', () => {
    expect(registry.codes.filter((it) => it.billable && it.seventh)).toEqual([])
  })

  test('have every parent in the set on trafficking, abuse and perpetrators', () => {
    const set = registry.codes.map((it) => it.code).filter((code) => /^(T74|T76|Y07|Z04|Z62|O9A)./.test(code))
    const parentOf = (code: string) => code.slice(0, -1).replace(/[.X]+$/, '')
    expect(set.filter((code) => !codes.has(parentOf(code)))).toEqual([])
  })

  test('name no trafficking, because no official title does', () => {
    expect(registry.codes.filter((it) => /traffick/i.test(it.title))).toEqual([])
  })
})

describe('contacts', () => {
  test('never claim more than was done', () => {
    const sources = new Map(registry.sources.map((source) => [source.id, source]))
    const overstated = registry.contacts.filter((contact) => {
      const read = contact.sources.flatMap((id) => sources.get(id) ?? [])
      if (contact.verifiedHow === 'called') return contact.verifiedBy?.includes('stored copy')
      if (contact.verifiedHow === 'ownerPage' && !read.some((source) => source.mark === 'verified')) return true
      return contact.verifiedOn !== null && !read.some((source) => source.readOn === contact.verifiedOn)
    })
    expect(overstated).toEqual([])
  })

  test('refuse a verification without a name or a date, and law enforcement offered to a patient', () => {
    const hotline = registry.contacts.find((it) => it.id === 'human-trafficking-hotline')
    const withContact = (change: object) =>
      registrySchema.safeParse({ ...registry, contacts: [{ ...hotline, ...change }] }).success
    expect(withContact({})).toBe(true)
    expect(withContact({ verifiedHow: 'called', verifiedOn: null })).toBe(false)
    expect(withContact({ verifiedHow: 'unverified' })).toBe(false)
    expect(withContact({ verifiedHow: 'unverified', verifiedBy: null, verifiedOn: null })).toBe(true)
    expect(withContact({ isLawEnforcement: true })).toBe(false)
  })

  test('show the national hotline as not confirmed since its operator changed', () => {
    const hotline = registry.contacts.find((it) => it.id === 'human-trafficking-hotline')
    expect(hotline && isConfirmed(hotline)).toBe(false)
    expect(hotline?.caution).toContain('not confirmed after September 2025')
    expect(hotline?.channels[0]).toMatchObject({ kind: 'voice', value: '1-888-373-7888' })
  })
})

describe('jurisdictions', () => {
  test('begin with not listed or unknown, where no duty is assumed either way', () => {
    const [first] = registry.jurisdictions
    expect(first).toMatchObject({ id: 'unknown', name: 'Not listed or unknown' })
    expect(Object.values(first?.duties ?? {}).map((duty) => duty.level)).toEqual(Array(5).fill('unknown'))
  })

  test('cover states, the District of Columbia, territories and tribal or federal places', () => {
    expect(registry.jurisdictions).toHaveLength(1 + 50 + 1 + 5 + 1)
  })

  test('never say that there is no duty', () => {
    const levels = registry.jurisdictions.flatMap((it) => Object.values(it.duties).map((duty) => duty.level))
    expect(new Set(levels)).toEqual(new Set(['unknown', 'mandatory']))
  })
})

describe('the facility card', () => {
  test('is valid when nothing is filled in, and knows the same fields as its example', () => {
    const example = parse(readFileSync(new URL('../facility.example.yaml', folder), 'utf8'))
    const blank = Object.fromEntries(facilityFields.map((field) => [field.id, {}]))
    expect(Object.keys(example)).toEqual(['facility', ...facilityFields.map((field) => field.id)])
    expect(facilityCardSchema.parse(example)).toEqual(blank)
    expect(facilityCardSchema.parse({})).toEqual(blank)
  })

  test('reads a number typed without quotes and refuses a field or a date it does not know', () => {
    expect(facilityCardSchema.parse({ security: { phone: 5555 } }).security).toEqual({ phone: '5555' })
    expect(facilityCardSchema.safeParse({ chaplain: {} }).success).toBe(false)
    expect(facilityCardSchema.safeParse({ security: { checkedOn: 'last week' } }).success).toBe(false)
  })
})
