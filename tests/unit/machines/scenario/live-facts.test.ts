import { describe, expect, test } from 'vitest'
import { allFactsRead, liveFacts } from '#machines/scenario/live-facts.ts'
import { aScenario } from '#tests/helpers/scenarios.ts'

function listed(live: ReturnType<typeof liveFacts>) {
  return Object.fromEntries([...live].map(([place, facts]) => [place, [...facts].sort()]))
}

const atEnd = ['patientDeclined']
const inRecord = ['disclosed', 'knowsReaders', ...atEnd]
const afterAsking = ['disclosed', 'isPrivate', 'knowsReaders', ...atEnd]
const beforeAsking = [
  'disclosed',
  'interpreterQualified',
  'isPrivate',
  'knowsReaders',
  'limitsStated',
  ...atEnd,
  'trust'
]
const atStart = [...beforeAsking.slice(0, -1), 'role', 'trust']

describe('the facts that matter from a scene on', () => {
  test('are those that it or anything after it reads, by conditions or by the rules of practice', () => {
    expect(listed(liveFacts(aScenario()))).toEqual({
      arrival: atStart,
      'first-thought': atStart,
      'care-first': atStart,
      'what-stands-out': beforeAsking,
      privacy: beforeAsking,
      'start-again': beforeAsking,
      limits: beforeAsking,
      'take-back': beforeAsking,
      question: beforeAsking,
      listens: afterAsking,
      plan: afterAsking,
      answer: afterAsking,
      'hand-over': inRecord,
      'who-reads': inRecord,
      record: inRecord,
      'leaves-with-plan': atEnd,
      'leaves-quietly': atEnd
    })
  })

  test('at the ending of a minor are those of the duty', () => {
    const scenario = aScenario()
    const live = liveFacts({ ...scenario, patient: { ...scenario.patient, age: 17 } })
    expect([...(live.get('leaves-quietly') ?? [])].sort()).toEqual(['disclosed', 'dutyMet'])
  })

  test('come round a loop', () => {
    const scenes = aScenario().scenes.map((scene) =>
      scene.id === 'listens' && scene.kind === 'narrative'
        ? {
            ...scene,
            continue: {
              label: 'Ask again',
              goTo: [{ to: 'question', when: { fact: 'limitsStated', is: false } }, { to: 'plan' }]
            }
          }
        : scene
    )
    expect([...(liveFacts(aScenario({ scenes })).get('listens') ?? [])].sort()).toEqual(beforeAsking)
  })
})

test('all facts that a case reads are those of its start and of any scene that cannot be reached', () => {
  const scenario = aScenario()
  expect([...allFactsRead(scenario)].sort()).toEqual(atStart)
  const [arrival] = scenario.scenes
  if (arrival?.kind !== 'narrative') throw new Error('The case has changed')
  const apart = {
    ...arrival,
    id: 'apart',
    text: [{ p: 'Nobody comes here.', when: { fact: 'carePriorityMet', is: true } }]
  }
  expect([...allFactsRead({ ...scenario, scenes: [...scenario.scenes, apart] })].sort()).toEqual([
    'carePriorityMet',
    ...atStart
  ])
})
