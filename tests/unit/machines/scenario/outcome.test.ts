import { describe, expect, test } from 'vitest'
import type { Axis, Choice } from '#content/scene-schema.ts'
import { outcomeOn } from '#machines/scenario/outcome.ts'
import type { PathStep } from '#machines/scenario/path.ts'
import { aScenario } from '#tests/helpers/scenarios.ts'

type Mark = Choice['marks'][number]['mark']
type What = `${Axis} ${Mark}`

const [scene] = aScenario().scenes.filter((known) => known.id === 'privacy')
const [choice] = scene?.kind === 'choice' ? scene.choices : []

/** A path whose steps bear the marks named; a mark's evidence tells its place on the path. */
function pathOf(...steps: What[][]): PathStep[] {
  if (scene === undefined || choice === undefined) throw new Error('The case has lost its choice')
  return steps.map((whats, index) => {
    const marks = whats.map((what) => {
      // A name is written "axis mark".
      const [axis, mark] = what.split(' ') as [Axis, Mark]
      return { axis, mark, evidence: `${what} at ${index}` }
    })
    return { index, scene, facts: {}, option: choice.id, to: 'limits', outcome: { ...choice, marks } }
  })
}

function trustOn(...steps: What[][]) {
  return outcomeOn(pathOf(...steps)).find((it) => it.axis === 'trust')
}

test('an axis that no mark touched did not arise', () => {
  const none = (axis: Axis) => ({ axis, verdict: 'did-not-arise', evidence: null })
  const all = [none('safety'), none('trust'), none('choice'), none('accuracy'), none('duty'), none('recordSafety')]
  expect(outcomeOn([])).toEqual(all)
  expect(outcomeOn(pathOf([], []))).toEqual(all)
})

test('a step without an outcome marks nothing', () => {
  const [step] = pathOf(['trust harms'])
  if (step === undefined) throw new Error('No step')
  const { outcome: _, ...plain } = step
  expect(outcomeOn([plain]).every((it) => it.verdict === 'did-not-arise')).toBe(true)
})

describe('one axis', () => {
  test.each<[string, What[][], string, string]>([
    ['kept once', [['trust keeps']], 'kept', 'trust keeps at 0'],
    ['kept twice', [['trust keeps'], ['trust keeps']], 'kept', 'trust keeps at 1'],
    ['risked', [['trust risks']], 'left-open', 'trust risks at 0'],
    ['harmed', [['trust harms']], 'left-open', 'trust harms at 0'],
    ['risked, then harmed', [['trust risks'], ['trust harms']], 'left-open', 'trust harms at 1'],
    ['harmed, then risked', [['trust harms'], ['trust risks']], 'left-open', 'trust risks at 1'],
    ['kept, then harmed', [['trust keeps'], ['trust harms']], 'left-open', 'trust harms at 1'],
    ['harmed, then kept', [['trust harms'], ['trust keeps']], 'left-open', 'trust harms at 0'],
    ['harmed, then repaired', [['trust harms'], ['trust repairs']], 'put-right', 'trust repairs at 1'],
    ['risked, then repaired', [['trust risks'], ['trust repairs']], 'put-right', 'trust repairs at 1'],
    ['repaired, then kept', [['trust harms'], ['trust repairs'], ['trust keeps']], 'put-right', 'trust repairs at 1'],
    [
      'harmed twice, then repaired once',
      [['trust harms'], ['trust harms'], ['trust repairs']],
      'put-right',
      'trust repairs at 2'
    ],
    [
      'repaired, then harmed again',
      [['trust harms'], ['trust repairs'], ['trust harms']],
      'left-open',
      'trust harms at 2'
    ],
    [
      'repaired, harmed again and repaired again',
      [['trust harms'], ['trust repairs'], ['trust risks'], ['trust repairs']],
      'put-right',
      'trust repairs at 3'
    ],
    ['repaired with nothing open', [['trust repairs']], 'kept', 'trust repairs at 0'],
    ['kept, then repaired with nothing open', [['trust keeps'], ['trust repairs']], 'kept', 'trust repairs at 1'],
    ['repaired with nothing open, then harmed', [['trust repairs'], ['trust harms']], 'left-open', 'trust harms at 1'],
    ['repaired and harmed by one act', [['trust repairs', 'trust harms']], 'left-open', 'trust harms at 0'],
    ['harmed and repaired by one act', [['trust harms', 'trust repairs']], 'put-right', 'trust repairs at 0']
  ])('%s', (_, steps, verdict, evidence) => {
    expect(trustOn(...steps)).toEqual({ axis: 'trust', verdict, evidence })
  })

  test('is judged by its own marks alone', () => {
    const path = pathOf(['trust harms', 'safety keeps'], ['safety repairs', 'duty risks'], ['duty repairs'])
    expect(outcomeOn(path)).toEqual([
      { axis: 'safety', verdict: 'kept', evidence: 'safety repairs at 1' },
      { axis: 'trust', verdict: 'left-open', evidence: 'trust harms at 0' },
      { axis: 'choice', verdict: 'did-not-arise', evidence: null },
      { axis: 'accuracy', verdict: 'did-not-arise', evidence: null },
      { axis: 'duty', verdict: 'put-right', evidence: 'duty repairs at 2' },
      { axis: 'recordSafety', verdict: 'did-not-arise', evidence: null }
    ])
  })
})
