import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { check, reportLines } from '../../scripts/content-check/check.ts'

const faults = 'tests/content/faults'
const small = readdirSync(faults)
  .filter((name) => name.endsWith('.yaml') && name !== 'too-many-states.yaml')
  .map((name) => join(faults, name))
const sources = ['content/scenarios/sc01.yaml', ...small].map((file) => readFileSync(file))
const room = mkdtempSync(join(tmpdir(), 'content-fuzz-'))
const totals = /^\d+ scenarios, \d+ scenes, \d+ states explored, \d+ faults(, \d+ warnings)?$/

afterAll(() => rmSync(room, { recursive: true }))

/** Mostly small files, so that most of the time goes to many of them. */
const source = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(...sources.slice(0, 1)) },
  { weight: 19, arbitrary: fc.constantFrom(...sources.slice(1)) }
)
const values = [
  '',
  ' {}',
  ' []',
  ' null',
  ' true',
  ' 12',
  ' -0.5',
  ' ""',
  ' *seen',
  ' &a [*a]',
  ' [[[',
  ' |',
  ' !!x y',
  ' 2026'
]
const change = fc.record({
  kind: fc.constantFrom('delete', 'swap', 'exchange', 'exchange', 'exchange', 'repeat', 'retype', 'indent', 'bytes'),
  at: fc.nat(),
  other: fc.nat(),
  value: fc.constantFrom(...values),
  bytes: fc.uint8Array({ minLength: 1, maxLength: 12 })
})
const mutant = fc
  .tuple(source, fc.array(change, { minLength: 1, maxLength: 2 }))
  .map(([text, changes]) => changes.reduce(changed, text))

type Change = typeof change extends fc.Arbitrary<infer T> ? T : never

function changed(text: Buffer, { kind, at, other, value, bytes }: Change): Buffer {
  if (kind === 'bytes') {
    const where = at % (text.length + 1)
    return Buffer.concat([text.subarray(0, where), bytes, text.subarray(where + (other % 20))])
  }
  const lines = text.toString().split('\n')
  const [one, two] = [at % lines.length, other % lines.length]
  return Buffer.from(linesAfter(kind, lines, { one, two, value }).join('\n'))
}

function linesAfter(kind: string, lines: string[], { one, two, value }: { one: number; two: number; value: string }) {
  const line = lines[one] ?? ''
  const [key, ...rest] = line.split(':')
  const [otherKey, ...otherRest] = (lines[two] ?? '').split(':')
  switch (kind) {
    case 'delete':
      return lines.toSpliced(one, 1 + (two % 3))
    case 'swap':
      return lines.with(one, [key, ...otherRest].join(':')).with(two, [otherKey, ...rest].join(':'))
    case 'exchange':
      return exchanged(lines, { one, two })
    case 'repeat':
      return lines.toSpliced(two, 0, line)
    case 'retype':
      return lines.with(one, `${key}:${value}`)
    default:
      return lines.with(one, two % 2 === 0 ? `  ${line}` : line.slice(2))
  }
}

/** Exchanges the values of two lines of one name, which leaves a file whole and makes it say something else. */
function exchanged(lines: string[], { one, two }: { one: number; two: number }): string[] {
  const named = (line: string) => line.match(/^( *(?:- )?\w+: )(\S.*)$/) ?? []
  const plain = lines.flatMap((line, index) => (named(line).length > 0 ? [index] : []))
  const first = plain[one % plain.length] ?? 0
  const [, name, value = ''] = named(lines[first] ?? '')
  const alike = plain.filter((index) => named(lines[index] ?? '')[1]?.trim() === name?.trim())
  const second = alike[two % alike.length] ?? first
  const [, otherName, otherValue = ''] = named(lines[second] ?? '')
  return lines.with(first, `${name}${otherValue}`).with(second, `${otherName}${value}`)
}

test('a thousand broken files are each judged, and none ends the check', () => {
  const files = fc.sample(mutant, { numRuns: 1000, seed: 20 }).map((text, index) => {
    const file = join(room, `${index}.yaml`)
    writeFileSync(file, text)
    return file
  })
  const unlike: string[] = []
  const judged = Array.from({ length: 5 }, (_, batch) => files.slice(batch * 200, batch * 200 + 200)).flatMap(
    (batch) => {
      const lines = reportLines(check(batch))
      if (!totals.test(lines.at(-1) ?? '')) unlike.push(lines.at(-1) ?? '')
      return lines.slice(0, -1)
    }
  )
  const misplaced = judged.filter((line) => !/\.yaml:\d+:\d+ (warning )?[a-z0-9-]+ \S/.test(line))
  expect([unlike, misplaced]).toEqual([[], []])
  // What was broken is found for the most part; some changes leave a file as good as it was.
  expect(new Set(judged.map((line) => basename(line.split(':')[0] ?? ''))).size).toBeGreaterThan(900)
}, 60_000)

test('the command ends with its totals however a file is broken', () => {
  const files = fc.sample(mutant, { numRuns: 20, seed: 21 }).map((text, index) => {
    const file = join(room, `command-${index}.yaml`)
    writeFileSync(file, text)
    return file
  })
  const { status, stderr, stdout } = spawnSync('node_modules/.bin/node', ['scripts/content-check.ts', ...files], {
    encoding: 'utf8'
  })
  expect([status, stderr, stdout.trimEnd().split('\n').at(-1)]).toEqual([1, '', expect.stringMatching(totals)])
})
