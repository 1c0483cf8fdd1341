import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { readScenarioFile } from '#content/load.ts'
import { scenarioFile } from '#tests/helpers/scenarios.ts'
import { check } from '../../scripts/content-check/check.ts'
import { newScenario, nextId } from '../../scripts/content-new.ts'
import { editorSchema, schemaFile } from '../../scripts/content-schema.ts'

const room = mkdtempSync(join(tmpdir(), 'attune-authoring-'))
afterAll(() => rmSync(room, { recursive: true }))

const template = 'content/templates/scenario.yaml'

describe('a new scenario', () => {
  const text = newScenario(readFileSync(template, 'utf8'), { id: 'sc99', on: new Date('2026-08-31T00:00:00Z') })
  const file = join(room, 'sc99.yaml')
  writeFileSync(file, text)
  const made = readScenarioFile(file).value

  test('has no fault', () => {
    expect(found(file)).toEqual({ faults: [], warnings: [] })
    expect(found(template)).toEqual({ faults: [], warnings: [] })
  })

  test('is a working draft under its own id, to be read again in six months', () => {
    const { id, version, status, review } = made ?? {}
    expect({ id, version, status, review }).toEqual({
      id: 'sc99',
      version: 1,
      status: 'working',
      review: { state: 'draft', signOffs: [], reviewBy: '2027-03-03' }
    })
    expect(text).toContain('content/scenarios/sc99.yaml')
  })

  test('shows every kind of scene but one that decides nothing twice', () => {
    expect([...new Set(made?.scenes.map(({ kind }) => kind))].toSorted()).toEqual([
      'choice',
      'cues',
      'document',
      'first-impression',
      'hand-over',
      'narrative',
      'order',
      'words'
    ])
  })

  test('takes the first number that is free', () => {
    expect([nextId([]), nextId(['sc01', 'sc03']), nextId(['sc01', 'sc02', 'sc03'])]).toEqual(['sc01', 'sc02', 'sc04'])
  })

  test('never takes the place of a case, and asks for an id that can be one', () => {
    expect(run('content-new.ts', 'scenario', 'sc01')).toEqual([
      1,
      'There is already content/scenarios/sc01.yaml. Choose another id.\n'
    ])
    expect(run('content-new.ts', 'scenario', '../sc01')).toEqual([
      1,
      expect.stringMatching(/^Write: npm run content:new/)
    ])
  })
})

describe('the map of a case', () => {
  const file = join(room, 'wrist.yaml')
  copyFileSync(scenarioFile, file)

  test('is drawn, and told in words', () => {
    const svg = join(room, 'wrist.svg')
    const { status, stdout } = spawn('content-map.ts', file, svg)
    const drawn = readFileSync(svg, 'utf8')
    expect(status).toBe(0)
    expect(stdout).toContain('wrist, version 1: Walk-in clinic: a swollen wrist')
    expect(stdout).toContain('    ask-now (harmful turn) -> start-again\n')
    expect(stdout).toContain('  start-again: ')
    expect(drawn).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/)
    expect(drawn.match(/class="track harmful"/g)?.length).toBe(3)
    expect(drawn).toMatch(/<\/svg>\n$/)
  })

  test('is not drawn of a file with a fault, which is told by its place', () => {
    writeFileSync(file, 'id: wrist\n')
    expect(run('content-map.ts', file)).toEqual([
      1,
      expect.stringContaining(`${file}:1:1 schema title: this is missing`)
    ])
  })
})

test('the schema for editors is the present one; after a change of the form, run npm run content:schema', () => {
  expect(readFileSync(schemaFile, 'utf8')).toBe(editorSchema())
})

function spawn(script: string, ...given: string[]) {
  return spawnSync('node_modules/.bin/node', [`scripts/${script}`, ...given], { encoding: 'utf8' })
}

function run(script: string, ...given: string[]) {
  const { status, stderr } = spawn(script, ...given)
  return [status, stderr]
}

function found(file: string) {
  const { faults, warnings } = check([file])
  return { faults, warnings }
}
