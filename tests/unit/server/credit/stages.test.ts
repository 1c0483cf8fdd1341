import { expect, test } from 'vitest'
import { deadlinesOf } from '#server/credit/reports/deadlines.ts'
import { standingOf, type Way } from '#server/credit/reports/stages.ts'
import { aCompletion, aDraft, anActivityVersion } from '#tests/helpers/activities.ts'

const [first, second, third, fourth] = ['01', '02', '03', '04'].map((day) => `2026-11-${day}T10:00:00.000Z`) as [
  string,
  string,
  string,
  string
]

function aWay(changes: Partial<Way> = {}): Way {
  const nothing = { finishedAt: null, isPassed: false, isEvaluated: false, lastLearned: null, lastTested: null }
  return { acknowledgedAt: first, ...nothing, claims: [], ...changes }
}

const claim = (state: Way['claims'][number]['state'], claimedAt: string | null = null) => ({
  state,
  openedAt: third,
  claimedAt
})

test.each<[Partial<Way>, ReturnType<typeof standingOf>]>([
  [{}, { stage: 'front-matter', since: first }],
  [{ lastLearned: second }, { stage: 'learning', since: second }],
  [
    { lastLearned: second, lastTested: third },
    { stage: 'test', since: third }
  ],
  [
    { lastTested: second, isPassed: true, finishedAt: second },
    { stage: 'evaluation', since: second }
  ],
  [
    { isPassed: true, finishedAt: second, isEvaluated: true },
    { stage: 'claim', since: second }
  ],
  [
    { isPassed: true, finishedAt: second, claims: [claim('evaluationPending')] },
    { stage: 'evaluation', since: third }
  ],
  [
    { isEvaluated: true, finishedAt: second, claims: [claim('attesting')] },
    { stage: 'claim', since: third }
  ],
  [
    { finishedAt: second, claims: [claim('claimed', fourth)] },
    { stage: 'certificate', since: fourth }
  ],
  [{ finishedAt: second, claims: [claim('certificateIssued', fourth)] }, undefined],
  [{ finishedAt: second, claims: [claim('voided', fourth)] }, undefined],
  [
    { finishedAt: second, isEvaluated: true, claims: [claim('certificateIssued', fourth), claim('attesting')] },
    { stage: 'claim', since: third }
  ]
])('a way %j stands at %j', (changes, standing) => {
  expect(standingOf(aWay(changes))).toEqual(standing)
})

test('deadlines stand in order, and a credit that ends with its activity is not said twice', () => {
  const version = anActivityVersion({
    draft: aDraft({ dates: { release: '2024-02-29', lastReview: '2024-02-29', expiry: '2027-02-01' } }),
    offerings: [
      { ...aCompletion({ validTo: '2027-02-01' }), statementText: '' },
      { ...aCompletion({ id: 'hours', label: 'Hours', validTo: '2026-12-31' }), statementText: '' }
    ]
  })
  const of = { activityId: 'activity-1', credit: null }
  expect(deadlinesOf([version])).toEqual([
    { kind: 'credit', activityId: 'activity-1', on: '2026-12-31', credit: 'Hours' },
    { kind: 'expiry', ...of, on: '2027-02-01' },
    { kind: 'review', ...of, on: '2027-03-01' }
  ])
})
