import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { crossRules } from '#content/cross-checks.ts'
import type { Fault } from '#content/load.ts'
import { everyRule } from '#machines/scenario/rules/every-rule.ts'
import { check } from '../../scripts/content-check.ts'

const folder = 'tests/content/faults'

/** For each rule, its bad file and all that the check finds in it. */
const planted: Readonly<Record<string, string>> = {
  answers: 'answers.yaml:70:27 answers',
  'code-certainty': 'code-certainty.yaml:148:13 code-certainty',
  'code-not-billable': 'code-not-billable.yaml:148:13 code-not-billable',
  'code-t74-with-t76': 'code-t74-with-t76.yaml:148:13 code-t74-with-t76',
  'code-unknown': 'code-unknown.yaml:157:39 code-unknown',
  'code-wrong-age': 'code-wrong-age.yaml:148:13 code-wrong-age',
  'code-y07-without-t74': 'code-y07-without-t74.yaml:148:13 code-y07-without-t74',
  'code-z04-with-suspicion': 'code-z04-with-suspicion.yaml:148:23 code-z04-with-suspicion',
  coding: 'coding.yaml:149:5 coding',
  cycle: 'cycle.yaml:123:9 cycle',
  'dead-end': 'dead-end.yaml:47:5 dead-end',
  'duty-for-minors': 'duty-for-minors.yaml:144:5 duty-for-minors',
  facts: 'facts.yaml:102:17 facts',
  'harm-without-repair': 'harm-without-repair.yaml:107:9 harm-without-repair',
  harms: 'harms.yaml:76:9 harms',
  ids: 'ids.yaml:140:7 ids',
  minutes: 'minutes.yaml:23:1 minutes',
  'no-decline-path': 'no-decline-path.yaml:143:1 no-decline-path',
  'no-full-marks-path': 'no-full-marks-path.yaml:45:5 no-full-marks-path',
  'no-way-to-debrief': 'no-way-to-debrief.yaml:143:5 no-way-to-debrief',
  passages: 'passages.yaml:67:48 passages',
  'phases-out-of-order': 'phases-out-of-order.yaml:140:106 phases-out-of-order',
  'registry-reference': 'registry-reference.yaml:161:14 registry-reference',
  'scene-count': 'scene-count.yaml:23:1 scene-count',
  schema: 'schema.yaml:28:5 schema',
  speakers: 'speakers.yaml:39:35 speakers',
  targets: 'targets.yaml:142:113 targets',
  'too-many-states': 'too-many-states.yaml:18:1 too-many-states',
  'unreachable-choice': 'unreachable-choice.yaml:59:9 unreachable-choice',
  'unreachable-result': 'unreachable-result.yaml:69:9 unreachable-result',
  'unreachable-scene': 'unreachable-scene.yaml:143:5 unreachable-scene',
  'unsafe-ask': 'unsafe-ask.yaml:121:9 unsafe-ask',
  'unsafe-ask-again': 'unsafe-ask-again.yaml:101:9 unsafe-ask',
  'unsafe-ask-open': 'unsafe-ask-open.yaml:76:9 unsafe-ask',
  words: 'words.yaml:23:1 words',
  yaml: 'yaml.yaml:3:1 yaml'
}

describe('a planted fault', () => {
  const files = Object.keys(planted).map((name) => `${folder}/${name}.yaml`)
  const found = Map.groupBy(check(files).faults, ({ file }) => file)

  test.each(Object.entries(planted))('%s is found where it stands, and nothing else is', (name, expected) => {
    const faults = found.get(`${folder}/${name}.yaml`) ?? []
    expect(faults.map(placed)).toEqual([`${folder}/${expected}`])
  })

  test('exists for every rule', () => {
    const rules = new Set(Object.values(planted).map((line) => line.split(' ')[1]))
    expect([...rules].sort()).toEqual(['schema', 'yaml', ...crossRules, ...everyRule].sort())
  })

  test('is expected of every file', () => {
    expect(readdirSync(folder).sort()).toEqual(
      Object.keys(planted)
        .map((name) => `${name}.yaml`)
        .sort()
    )
  })
})

describe('the check', () => {
  test('finds no fault in a case that has none', () => {
    expect(check(['tests/content/no-fault.yaml'])).toEqual({
      faults: [],
      totals: '1 scenarios, 12 scenes, 17 states explored, 0 faults'
    })
  })

  test('tells the faults of all files at once, sorted by place, with the path that leads there', () => {
    const { faults, totals } = check([`${folder}/unsafe-ask.yaml`, `${folder}/code-unknown.yaml`])
    expect(faults).toEqual([
      {
        file: `${folder}/code-unknown.yaml`,
        line: 157,
        col: 39,
        rule: 'code-unknown',
        message: 'the registry has no code J20.99: correct it, or add it to the registry with its source'
      },
      {
        file: `${folder}/unsafe-ask.yaml`,
        line: 121,
        col: 9,
        rule: 'unsafe-ask',
        message:
          '"question/open" asks before the limits of confidentiality: lead to it only after that, or mark it harmful with a repair ' +
          '(reached by: arrival > first-thought/a-cough > care/listen > watch > privacy/step-out > limits/brief)'
      }
    ])
    expect(totals).toBe('2 scenarios, 24 scenes, 35 states explored, 2 faults')
  })

  test('prints a line a fault and the totals last, and fails on any fault', () => {
    const run = (file: string) =>
      spawnSync('node_modules/.bin/node', ['scripts/content-check.ts', file], { encoding: 'utf8' })
    const clean = run('tests/content/no-fault.yaml')
    expect([clean.status, clean.stdout]).toEqual([0, '1 scenarios, 12 scenes, 17 states explored, 0 faults\n'])
    const faulty = run(`${folder}/targets.yaml`)
    expect([faulty.status, faulty.stdout.split('\n')]).toEqual([
      1,
      [
        `${folder}/targets.yaml:142:113 targets there is no scene or ending "hone": name one that exists, or write it`,
        '1 scenarios, 12 scenes, 0 states explored, 1 faults',
        ''
      ]
    ])
  })

  test('finds no fault in what ships', () => {
    expect(check([]).faults).toEqual([])
  })
})

describe('a file that is no scenario', () => {
  const room = mkdtempSync(join(tmpdir(), 'content-check-'))
  let found: Fault[] = []
  beforeAll(() => {
    const paths = Object.keys(files).map((name) => join(room, `${name}.yaml`))
    for (const [name, text] of Object.entries(files)) writeFileSync(join(room, `${name}.yaml`), text)
    found = check(paths).faults
  })
  afterAll(() => rmSync(room, { recursive: true }))

  const files: Readonly<Record<string, string | Buffer>> = {
    empty: '',
    nothing: 'null\n',
    'a list': '- 1\n- 2\n',
    'a number': '9'.repeat(400),
    'two documents': 'id: a\n---\nid: b\n',
    'one name twice': 'id: a\nid: b\n',
    'no text': Buffer.from(Array.from({ length: 2560 }, (_, byte) => byte % 256)),
    'an alias of itself': 'scenes: &a [*a]\n',
    'an alias of nothing': 'scenes: *nowhere\n',
    'aliases without end': ['a: &a [x, x]', ...'bcdefghijklm'.split('').map(doubled), 'n: [*m, *m]'].join('\n'),
    'lists in lists': `scenes: ${'['.repeat(20_000)}${']'.repeat(20_000)}`,
    'names of built-in things':
      '__proto__: { a: 1 }\nconstructor: 1\ntoString: 2\nfacts: { constructor: { kind: flag } }\n',
    'names that are no text': '? { a: 1 }\n: 2\n? [1]\n: 3\n',
    'unknown tags': 'id: !!js/function "x"\ntitle: !other x\n'
  }

  test.each(Object.keys(files))('%s is a fault, not a crash', (name) => {
    const rules = found.filter(({ file }) => file.endsWith(`/${name}.yaml`)).map(({ rule }) => rule)
    expect(rules.length).toBeGreaterThan(0)
    expect(rules.filter((rule) => rule !== 'yaml' && rule !== 'schema')).toEqual([])
  })

  test('that is not there, or a folder, is a fault', () => {
    expect(
      check([join(room, 'nowhere.yaml'), room]).faults.map(({ rule, line, col }) => `${line}:${col} ${rule}`)
    ).toEqual(['1:1 yaml', '1:1 yaml'])
  })

  function doubled(letter: string): string {
    const before = String.fromCharCode(letter.charCodeAt(0) - 1)
    return `${letter}: &${letter} [*${before}, *${before}]`
  }
})

function placed({ file, line, col, rule }: Fault): string {
  return `${file}:${line}:${col} ${rule}`
}
