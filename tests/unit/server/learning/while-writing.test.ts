import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { readWriting, stampOfContent } from '#server/learning/scenarios/while-writing.ts'

const whole = readFileSync('tests/content/no-fault.yaml', 'utf8')
const roots: string[] = []
let root = ''
let file = ''

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'attune-writing-'))
  roots.push(root)
  mkdirSync(join(root, 'scenarios'))
  cpSync('content/registry', join(root, 'registry'), { recursive: true })
  file = join(root, 'scenarios', 'bench.yaml')
  writeFileSync(file, whole)
})
afterAll(() => {
  for (const each of roots) rmSync(each, { recursive: true })
})

/** What is served and what is wrong, in short. */
function now() {
  const { scenarios, faults } = readWriting(root)
  return {
    complaints: scenarios.map(({ scenario }) => scenario.complaint),
    faults: faults.map((it) => `${it.file}:${it.line}:${it.col} ${it.rule}`)
  }
}

describe('while somebody writes', () => {
  test('what was saved is served at the next look', () => {
    expect(now()).toEqual({ complaints: ['A cough for two weeks'], faults: [] })
    const before = stampOfContent(root)
    writeFileSync(file, whole.replace('complaint: A cough for two weeks', 'complaint: A cough for three weeks'))
    expect(stampOfContent(root)).not.toBe(before)
    expect(now()).toEqual({ complaints: ['A cough for three weeks'], faults: [] })
  })

  test('a file that cannot be read stays as it last was whole, and its faults are told by place', () => {
    now()
    writeFileSync(file, whole.replace('complaint: A cough for two weeks\n', ''))
    const here = relative(process.cwd(), file)
    expect(now()).toEqual({ complaints: ['A cough for two weeks'], faults: [`${here}:1:1 schema`] })
    writeFileSync(file, whole)
    expect(now()).toEqual({ complaints: ['A cough for two weeks'], faults: [] })
  })

  test('a file that was never whole is left out', () => {
    writeFileSync(file, 'id: bench\n')
    expect(now().complaints).toEqual([])
    expect(now().faults.length).toBeGreaterThan(5)
  })

  test('a case that breaks a rule of practice is served, and the rule is told', () => {
    writeFileSync(file, whole.replaceAll('limitsStated: true', 'limitsStated: false'))
    const { complaints, faults } = now()
    expect(complaints).toEqual(['A cough for two weeks'])
    expect(faults.map((fault) => fault.split(' ')[1])).toContain('unsafe-ask')
  })

  test('a file that is taken away is gone', () => {
    now()
    rmSync(file)
    expect(now()).toEqual({ complaints: [], faults: [] })
  })

  test('a list of the registry at fault stays as it last was whole', () => {
    const places = readWriting(root).jurisdictions.length
    writeFileSync(join(root, 'registry', 'jurisdictions.yaml'), '- id: nowhere\n')
    const { jurisdictions, faults } = readWriting(root)
    expect(jurisdictions.length).toBe(places)
    expect(faults.map((it) => it.file)).toContain(relative(process.cwd(), join(root, 'registry/jurisdictions.yaml')))
  })
})
