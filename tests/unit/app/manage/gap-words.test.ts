import { describe, expect, test } from 'vitest'
import { wordsForGap } from '#app/manage/activities/_words/gap-words.ts'
import { sectionPath, sectionWords } from '#app/manage/activities/_words/section-words.ts'
import { type GapCode, gapTable } from '#machines/activity/gap.ts'
import { isDraftSection, sections } from '#machines/activity/sections.ts'
import { aDraft, aPlanned } from '#tests/helpers/activities.ts'
import { parseSection } from '../../../../app/manage/activities/[activityId]/sections/[section]/parse-section.ts'
import { fieldsFor } from '../../../../app/manage/activities/[activityId]/sections/[section]/section-fields.ts'

const codes = Object.keys(gapTable) as GapCode[]

describe('the words of a gap', () => {
  test.each(codes)('%s says what is missing and why, without a hole', (code) => {
    const because = {
      credit: 'Contact hours',
      name: 'Ada Example',
      company: 'Example Devices',
      capacity: 'coder',
      contents: ['Lesson “One”, version 1'],
      professions: ['Dentist'],
      objectives: ['See every patient alone.'],
      missing: ['the provider'],
      minutes: 60,
      computed: 55,
      max: 125,
      most: 100,
      step: 25,
      score: 70,
      items: 5,
      references: 2,
      version: 1,
      newest: 2,
      other: 'APA',
      course: 'A course',
      release: '2026-01-01',
      lastReview: '2026-01-01',
      expiry: '2026-01-01',
      latest: '2026-01-01',
      validTo: '2026-01-01',
      collectedOn: '2026-01-01'
    }
    const { what, why } = wordsForGap({ code, because })
    expect(`${what} ${why}`).not.toMatch(/undefined|\[object|!/)
    expect(what).toMatch(/[^.]$/)
    expect(why).toMatch(/[.]$/)
  })

  test('of common practice alone send the office to its accreditor', () => {
    const unsure = codes.filter(
      (code) => gapTable[code][1] === 'warning' && /^(aswb|apa|nbcc|cerp|aafp|capce|state)_/.test(code)
    )
    const words = unsure.map((code) => wordsForGap({ code, because: { credit: 'Hours' } }).why)
    expect(words.filter((why) => !why.includes('Check with your accreditor.'))).toEqual([])
  })

  test('lead to a field that its form has', () => {
    const { draft, course } = aPlanned()
    const lost = codes.filter((code) => {
      const [section, , field] = gapTable[code]
      if (!isDraftSection(section) || section === 'objectives') return false
      return !fieldsFor(section, draft, course).some(({ name }) => name === field)
    })
    expect(lost).toEqual([])
  })
})

describe('each step', () => {
  test.each(sections)('%s has a name and a page', (section) => {
    expect(sectionWords[section].title).not.toBe('')
    expect(sectionPath('one', section)).toMatch(/^\/manage\//)
  })

  test.each(sections.filter(isDraftSection))('%s reads back what its form shows', (section) => {
    const { course } = aPlanned()
    const draft = aDraft()
    const given = new Map(
      fieldsFor(section, draft, course).map((field) => [
        field.name,
        field.kind === 'several' ? field.values : [field.value]
      ])
    )
    const parsed = parseSection(section, given)
    expect({ ...draft, ...('fields' in parsed ? parsed.fields : undefined) }).toEqual(draft)
    expect(parsed).not.toHaveProperty('faults')
  })

  test('names the fields that cannot be read', () => {
    const given = new Map([
      ['minutes', ['12.5']],
      ['passMark', ['40']],
      ['minutesBasis', ['x'.repeat(6001)]]
    ])
    expect(parseSection('time', given)).toEqual({ faults: ['minutes', 'minutesBasis', 'passMark'] })
    expect(parseSection('support', new Map([['isReceived', ['maybe']]]))).toEqual({
      faults: ['isReceived', 'supportText']
    })
    expect(parseSection('objectives', new Map([['objective.privacy', ['x'.repeat(301)]]]))).toEqual({
      faults: ['objective.privacy']
    })
  })
})
