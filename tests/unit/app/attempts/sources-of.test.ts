import { expect, test } from 'vitest'
import { sourcesOf } from '#app/learn/attempts/[attemptId]/debrief/sources-of.ts'
import type { Source } from '#content/registry-schema.ts'
import { debriefView } from '#machines/scenario/debrief.ts'
import { endingOf } from '#machines/scenario/run.ts'
import { aRun, play, wholeRun } from '#tests/helpers/runs.ts'

const { snapshot, scenario } = play(aRun(), wholeRun)
const whole = debriefView(scenario, snapshot.context, endingOf(snapshot) ?? '')
const bare = {
  ...whole,
  stations: [],
  cues: { noticed: [], missed: [], overCalled: [] },
  coding: { ...whole.coding, rows: [], askCodingStaff: [] },
  references: []
}

test('each work stands once, in the order of first mention, before the references that nothing mentions', () => {
  const view = {
    ...bare,
    coding: { ...bare.coding, askCodingStaff: [{ text: 'A question.', sources: ['second', 'first'] }] },
    protectiveFactor: { text: 'A sister.', sources: ['first', 'third'] },
    references: ['unmentioned', 'second']
  }
  const known = ['first', 'second', 'third', 'unmentioned', 'elsewhere'].map(aSource)
  expect(sourcesOf(view, known).map(({ id }) => id)).toEqual(['second', 'first', 'third', 'unmentioned'])
})

test('an authors’ judgment names no work', () => {
  const view = { ...bare, protectiveFactor: { text: 'A sister.', basis: 'judgement' as const } }
  expect(sourcesOf(view, [aSource('first')])).toEqual([])
})

function aSource(id: string): Source {
  return { id, title: id, publisher: 'Somebody', mark: 'needs-review', readOn: null, reviewBy: '2027-11-23' }
}
