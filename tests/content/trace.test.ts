import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { aScenario } from '#tests/helpers/scenarios.ts'
import { traceState } from '../../scripts/content-check/trace.ts'

describe('the path to a state', () => {
  test('is told act by act in the words of the file', () => {
    const { isFound, lines } = traceState(aScenario(), ['record', 'knowsReaders=true'])
    expect(isFound).toBe(true)
    expect(lines).toMatchInlineSnapshot(`
      [
        "as registered-nurse, duty unknown",
        "1. arrival, “Ten past two”: goes on: “Walk in”",
        "2. first-thought, “Before you speak”: thinks “A fall like any other.”",
        "3. care-first, “The wrist”: does “Check the fingers and splint the wrist.” (splint, recommended)",
        "4. what-stands-out, “What you have seen”: marks nothing (saw-little, reasonable)",
        "5. privacy, “The curtain”: does “Take him to the film room alone.” (step-outside, recommended)",
        "6. limits, “Before you ask”: says “Most of what you say stays here. I will tell you first if something cannot.” (limits-plain, recommended)",
        "7. question, “A question”: does “Here is what we tell everybody about work and rights.” (give-information, recommended)",
        "8. plan, “The next half hour”: puts first to last: “Film of the wrist”, “Ask what he wants”, “Offer social work”, “Agree on a date to come back” (well-ordered, recommended)",
        "9. answer, “His answer”: does “Say that the door stays open.” (honor, recommended)",
        "10. hand-over, “Handing over”: says “Wrist splinted, film read, recheck in two days.” (thin, reasonable)",
        "11. record, “The record”: goes back: “Go back and ask”",
        "12. who-reads, “One more question”: goes on: “Go to the record”",
        "then record, with carePriorityMet=true isPrivate=true limitsStated=true informationGiven=true patientDeclined=true disclosed=false knowsReaders=true trust=guarded",
      ]
    `)
  })

  test('leads to an ending, and to a fact that nobody reads any more', () => {
    const { isFound, lines } = traceState(aScenario(), ['leaves-quietly', 'trust=closed'])
    expect([isFound, lines.at(-1)]).toEqual([true, expect.stringMatching(/^then leaves-quietly, with .*trust=closed$/)])
  })

  test('is not found where no path leads, and says what holds there', () => {
    const told = (...state: string[]) => traceState(aScenario(), state)
    expect(told('nowhere')).toEqual({
      isFound: false,
      lines: [expect.stringContaining('no scene or ending "nowhere"')]
    })
    expect(told('record', 'weather=rain')).toEqual({
      isFound: false,
      lines: [expect.stringContaining('no fact "weather": name one of role, duty, ')]
    })
    expect(told('arrival', 'isPrivate=true')).toEqual({
      isFound: false,
      lines: ['no path comes to "arrival" with isPrivate=true; there isPrivate is false']
    })
  })
})

describe('the command', () => {
  const run = (...args: string[]) =>
    spawnSync('node_modules/.bin/node', ['scripts/content-check.ts', ...args], { encoding: 'utf8' })

  test('finds a case by its id or its file', () => {
    const byId = run('--trace', 'sc01', 'document', 'askedReaders=true')
    expect([byId.status, byId.stdout.split('\n').at(-2)]).toEqual([0, expect.stringContaining('then document, with ')])
    const byFile = run('--trace', 'tests/content/no-fault.yaml', 'first-thought')
    expect([byFile.status, byFile.stdout]).toEqual([
      0,
      [
        'as registered-nurse, duty unknown',
        '1. arrival, “Ten past two”: goes on: “Go in”',
        'then first-thought, with isPrivate=false limitsStated=false patientDeclined=false',
        ''
      ].join('\n')
    ])
  })

  test('says how it is called where it is called another way, and fails', () => {
    for (const args of [['--trace'], ['--trace', 'sc01'], ['--on', 'tomorrow'], ['--verbose']]) {
      const { status, stdout } = run(...args)
      expect([status, stdout]).toEqual([1, expect.stringContaining('content:check --trace <id> <scene>')])
    }
    expect(run('--trace', 'sc99', 'document').stdout).toBe(
      'there is no scenario "sc99" whose parts fit each other: check it first\n'
    )
  })
})
