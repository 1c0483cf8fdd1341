import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { crossRules } from '#content/cross-checks.ts'
import type { Fault } from '#content/open-yaml.ts'
import { everyRule } from '#machines/scenario/rules/every-rule.ts'
import { check, type Terms, warningRules } from '../../scripts/content-check/check.ts'

const folder = 'tests/content/faults'

/** For each rule, its bad file and all that the check finds in it. */
const planted: Readonly<Record<string, string>> = {
  answers: 'answers.yaml:70:27 answers',
  'code-certainty': 'code-certainty.yaml:148:13 code-certainty',
  'code-not-billable': 'code-not-billable.yaml:148:13 code-not-billable',
  'code-shown-to-role': 'code-shown-to-role.yaml:140:92 code-shown-to-role',
  'code-t74-with-t76': 'code-t74-with-t76.yaml:148:13 code-t74-with-t76',
  'code-unknown': 'code-unknown.yaml:157:39 code-unknown',
  'code-wrong-age': 'code-wrong-age.yaml:148:13 code-wrong-age',
  'code-y07-without-t74': 'code-y07-without-t74.yaml:148:13 code-y07-without-t74',
  'code-z04-with-suspicion': 'code-z04-with-suspicion.yaml:148:23 code-z04-with-suspicion',
  coding: 'coding.yaml:149:5 coding',
  cycle: 'cycle.yaml:123:9 cycle',
  'dead-end': 'dead-end.yaml:47:5 dead-end',
  'do-not-use': 'do-not-use.yaml:133:9 do-not-use',
  'document-never-asked': 'document-never-asked.yaml:144:5 document-never-asked',
  'duty-for-minors': 'duty-for-minors.yaml:144:5 duty-for-minors',
  facts: 'facts.yaml:102:17 facts',
  'give-away': 'give-away.yaml:45:5 give-away',
  'harm-without-repair': 'harm-without-repair.yaml:107:9 harm-without-repair',
  harms: 'harms.yaml:76:9 harms',
  'identity-more-than-once': 'identity-more-than-once.yaml:23:5 identity-more-than-once',
  ids: 'ids.yaml:140:7 ids',
  'long-utterance': 'long-utterance.yaml:100:9 long-utterance',
  minutes: 'minutes.yaml:23:1 minutes',
  'more-than-two-strong-cues': 'more-than-two-strong-cues.yaml:24:5 more-than-two-strong-cues',
  'no-decline-path': 'no-decline-path.yaml:143:1 no-decline-path',
  'no-full-marks-path': 'no-full-marks-path.yaml:45:5 no-full-marks-path',
  'no-rationale': 'no-rationale.yaml:131:9 no-rationale',
  'no-silent-minor-path': 'no-silent-minor-path.yaml:145:1 no-silent-minor-path',
  'no-way-to-debrief': 'no-way-to-debrief.yaml:143:5 no-way-to-debrief',
  passages: 'passages.yaml:67:48 passages',
  'phases-out-of-order': 'phases-out-of-order.yaml:140:106 phases-out-of-order',
  'reading-level': 'reading-level.yaml:120:5 reading-level',
  'registry-reference': 'registry-reference.yaml:161:14 registry-reference',
  review: 'review.yaml:7:99 review',
  'scene-count': 'scene-count.yaml:23:1 scene-count',
  schema: 'schema.yaml:28:5 schema',
  speakers: 'speakers.yaml:39:35 speakers',
  targets: 'targets.yaml:142:113 targets',
  'tone-predicts-mark': 'tone-predicts-mark.yaml:23:1 tone-predicts-mark',
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

/** Planted entries stand first in the list they are read with. */
const plantedInRegistry: Readonly<Record<string, { list: string; expected: string }>> = {
  'contact-past-review': { list: 'contacts', expected: 'contacts.yaml:10:3 contact-past-review' },
  'do-not-use': { list: 'contacts', expected: 'contacts.yaml:3:3 do-not-use' },
  'source-undated': { list: 'sources', expected: 'sources.yaml:1:3 source-undated' }
}

/** A day before the review of every contact that ships. */
const on = '2026-11-23'

/** Copies the registry with an entry planted at the head of one list, and no case. */
function registryWith(name: string, list: string): { root: string; remove: () => void } {
  const root = mkdtempSync(join(tmpdir(), 'content-registry-'))
  cpSync('content/registry', join(root, 'registry'), { recursive: true })
  mkdirSync(join(root, 'scenarios'))
  const file = join(root, 'registry', `${list}.yaml`)
  writeFileSync(file, readFileSync(`${folder}/registry/${name}.yaml`, 'utf8') + readFileSync(file, 'utf8'))
  return { root, remove: () => rmSync(root, { recursive: true }) }
}

describe('a planted fault', () => {
  test.each(Object.entries(planted))('%s is found where it stands, and nothing else is', (name, expected) => {
    const { faults, warnings } = check([`${folder}/${name}.yaml`])
    expect([...faults, ...warnings].map(placed)).toEqual([`${folder}/${expected}`])
  })

  test.each(Object.entries(plantedInRegistry))('%s is found in the registry', (name, { list, expected }) => {
    const { root, remove } = registryWith(name, list)
    const { faults, warnings } = check([], { on, root })
    remove()
    expect([...faults, ...warnings].map(({ file, ...it }) => placed({ ...it, file: basename(file) }))).toEqual([
      expected
    ])
  })

  test('exists for every rule', () => {
    const lines = [...Object.values(planted), ...Object.values(plantedInRegistry).map((it) => it.expected)]
    const rules = new Set(lines.map((line) => line.split(' ')[1]))
    expect([...rules].sort()).toEqual(
      ['no-rationale', 'schema', 'source-undated', 'yaml', ...crossRules, ...everyRule, ...warningRules].sort()
    )
  })

  test('is expected of every file', () => {
    const names = (of: object) => Object.keys(of).map((name) => `${name}.yaml`)
    expect(readdirSync(folder).sort()).toEqual([...names(planted), 'registry'].sort())
    expect(readdirSync(`${folder}/registry`).sort()).toEqual(names(plantedInRegistry).sort())
  })
})

describe('a warning', () => {
  test('is told of with its place, counted by itself, and does not fail', () => {
    const run = spawnSync('node_modules/.bin/node', ['scripts/content-check.ts', `${folder}/reading-level.yaml`], {
      encoding: 'utf8'
    })
    expect([run.status, run.stdout.split('\n')]).toEqual([
      0,
      [
        `${folder}/reading-level.yaml:120:5 warning reading-level this instruction reads at grade 41.1, above 9: use shorter words and sentences`,
        '1 scenarios, 12 scenes, 17 states explored, 0 faults, 1 warnings',
        ''
      ]
    ])
  })

  test('about a contact past its review becomes a fault for a release, and only from the day after', () => {
    const { root, remove } = registryWith('contact-past-review', 'contacts')
    const told = (terms: Terms) => {
      const { faults, warnings } = check([], { ...terms, root })
      return [faults.length, warnings.length]
    }
    expect(told({ on: '2020-04-15' })).toEqual([0, 0])
    expect(told({ on: '2020-04-16' })).toEqual([0, 1])
    expect(told({ on: '2020-04-16', isRelease: true })).toEqual([1, 0])
    remove()
  })
})

describe('the check', () => {
  test('finds no fault in a case that has none', () => {
    expect(check(['tests/content/no-fault.yaml'])).toEqual({
      faults: [],
      warnings: [],
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
    const { faults, warnings } = check([], { on })
    expect([...faults, ...warnings]).toEqual([])
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
