import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { loadRegistry } from '#content/load.ts'
import { faultsOfBooster, faultsOfCourse } from '../../scripts/content-check/course-faults.ts'
import { faultsOfItems } from '../../scripts/content-check/item-faults.ts'
import { faultsOfLesson } from '../../scripts/content-check/lesson-faults.ts'
import { readLibrary } from '../../scripts/content-check/library.ts'

const registry = loadRegistry()
const library = readLibrary()
const folder = mkdtempSync(join(tmpdir(), 'attune-beside-'))
afterAll(() => rmSync(folder, { recursive: true }))

type Change = readonly [from: string | RegExp, to: string]

/** Writes a shipped file with one passage changed; a passage that is not there is a fault of the test. */
function changed(file: string, [from, to]: Change): string {
  const text = readFileSync(file, 'utf8')
  const other = text.replace(from, to)
  if (other === text) throw new Error(`${file} does not hold ${from}`)
  const path = join(folder, 'changed')
  writeFileSync(path, other)
  return path
}

function rulesOf(faults: readonly { rule: string }[]): string[] {
  return [...new Set(faults.map(({ rule }) => rule))].sort()
}

describe('a lesson', () => {
  const file = 'content/lessons/four-steps.md'

  test('that ships has no fault', () => {
    expect(faultsOfLesson(file, registry, library)).toEqual([])
  })

  test.each<[string, Change]>([
    ['schema', ['version: 1', 'edition: 1']],
    ['registry-reference', [/topics: \[[a-z]+,/, 'topics: [nothing-of-the-kind,']],
    ['registry-reference', [/\[@[a-z0-9-]+/, '[@no-such-source']],
    ['lesson-markup', [/\n## /, '\n![a picture](/icon.svg)\n\n## ']],
    ['lesson-markup', [/\n## /, '\n<b>bold</b>\n\n## ']],
    ['lesson-markup', [/\n## /, '\n[away](https://example.org)\n\n## ']],
    ['lesson-markup', [/\n## /, '\n[nowhere](/lessons/none)\n\n## ']],
    ['lesson-markup', [/\n## /, '\n::figure{name=cube}\n\n## ']],
    ['lesson-sources', [/\n## /, '\n## A part without a source\n\nThis says something.\n\n## ']],
    ['lesson-length', [/\n## /, `\n${'word '.repeat(900)}\n\n## `]],
    ['do-not-use', [/\n## /, '\nWe rescue people.\n\n## ']],
    ['review', ['state: draft', 'state: reviewed']]
  ])('at fault is told: %s', (rule, change) => {
    expect(rulesOf(faultsOfLesson(changed(file, change), registry, library))).toEqual([rule])
  })
})

describe('the test bank', () => {
  const option = (id: string, right = '') => `
        - { id: ${id}, text: "Ask ${id} alone", why: "Because.", ${right} }`
  const side = (stem: string) => `
      kind: one
      stem: "${stem}"
      basis: judgement
      options:${option('one', 'right: true')}${option('two')}${option('six')}${option('ten')}`
  const bank = (change: Change = ['version: 1', 'version: 1 ']) => {
    const text = `version: 1
review: { state: draft, signOffs: [], reviewBy: 2027-11-24 }
pairs:
  - id: pair
    objective: asking
    topics: [response]
    difficulty: easy
    for: everyone
    a:${side('A nurse waits. What does she do first?')}
    b:${side('A clerk waits. What does he do first?')}
`
    const path = join(folder, 'bank.yaml')
    writeFileSync(path, text.replace(...change))
    if (text.replace(...change) === text) throw new Error(`The bank does not hold ${change[0]}`)
    return faultsOfItems([path], registry, library)
  }

  test('of one sound pair lacks nothing but size', () => {
    expect(bank().map(({ rule, message }) => `${rule} ${message}`)).toEqual([
      'item-bank the bank has 2 questions, and at least 90 are needed'
    ])
  })

  test.each<[string, Change]>([
    ['registry-reference', ['objective: asking', 'objective: guessing']],
    ['schema', ['right: true', '']],
    ['item-writing', ['What does she do first?', 'What should she not do?']],
    ['item-writing', ['What does she do first?', 'She waits.']],
    ['item-writing', ['Ask two alone', 'All of the above']],
    ['item-writing', ['Ask two alone', `Ask two alone ${'and again '.repeat(9)}`]],
    ['item-writing', ['Ask two alone', 'Ask one alone']],
    ['item-pair', [/\n +- \{ id: ten[^\n]+\n$/, '\n']],
    ['do-not-use', ['A nurse waits.', 'A nurse rescues.']]
  ])('at fault is told: %s', (rule, change) => {
    expect(rulesOf(bank(change)).filter((it) => it !== 'item-bank')).toEqual([rule])
  })

  test('gives nothing away by length', () => {
    const long = 'Ask one alone, then listen'
    expect(rulesOf(bank([/Ask one alone/g, long]))).toEqual(['give-away', 'item-bank'])
  })
})

describe('a course', () => {
  const file = 'content/activities/core.yaml'

  test('that ships has no fault', () => {
    expect(faultsOfCourse(file, registry, library)).toEqual([])
  })

  test.each<[string, Change]>([
    ['course-minutes', ['minutes: 60', 'minutes: 75']],
    ['course-heavy', ['  - { kind: lesson, id: talk, lesson: talking-with-patients }\n', '']],
    ['registry-reference', ['lesson: responding', 'lesson: answering']],
    ['course-bank', ['objective: minors, items: 1', 'objective: minors, items: 6']],
    ['schema', ['id: second-test', 'id: first-test']],
    ['review', ['state: draft', 'state: reviewed']]
  ])('at fault is told: %s', (rule, change) => {
    expect(rulesOf(faultsOfCourse(changed(file, change), registry, library))).toContain(rule)
  })
})

describe('a booster', () => {
  const file = 'content/boosters/three-days.yaml'

  test('that ships has no fault', () => {
    expect(faultsOfBooster(file, registry, library)).toEqual([])
  })

  test.each<[string, Change]>([
    ['booster-length', ['prompt: What', `prompt: ${'Word '.repeat(200)}What`]],
    ['registry-reference', ['joint-commission-quick-safety-42', 'no-such-source']],
    ['do-not-use', ['prompt: What do', 'prompt: How would one rescue, what do']],
    ['schema', ['better: true', '']]
  ])('at fault is told: %s', (rule, change) => {
    expect(rulesOf(faultsOfBooster(changed(file, change), registry, library))).toEqual([rule])
  })
})
