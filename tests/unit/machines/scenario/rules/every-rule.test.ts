import { describe, expect, test } from 'vitest'
import { loadRegistry } from '#content/load.ts'
import type { Documented, Scenario } from '#content/schema.ts'
import { faultsOfScenario, faultsOfText } from '#machines/scenario/rules/every-rule.ts'
import { aScenario } from '#tests/helpers/scenarios.ts'
import { aChoice, aChoiceScene, aHarm, aNarrative, aTinyCase } from '#tests/helpers/tiny-scenes.ts'

const registry = loadRegistry()

/** What one rule says of a case, each as its path and its sentence. */
function saidBy(rule: string, scenario: Scenario): string[] {
  const { faults } = faultsOfScenario(scenario, registry)
  return faults.filter((fault) => fault.rule === rule).map(({ path, message }) => `${path.join('.')}: ${message}`)
}

const alone = { sets: { isPrivate: true, limitsStated: true } }
const asks = { asks: true as const }
const flags = ['isPrivate', 'limitsStated', 'interpreterQualified', 'patientDeclined', 'disclosed', 'dutyMet']

describe('unsafe-ask', () => {
  const patient = { ...aScenario().patient, needsInterpreter: true }
  const ready = aNarrative('ready', 'ask', { continue: { label: 'Go on', goTo: 'ask', ...alone } })

  test('lets a question be asked after privacy and limits', () => {
    expect(
      saidBy('unsafe-ask', aTinyCase([ready, aChoiceScene('ask', aChoice('open', 'home', asks))], { flags }))
    ).toEqual([])
  })

  test('wants a qualified interpreter where one is needed', () => {
    const scenario = aTinyCase([ready, aChoiceScene('ask', aChoice('open', 'home', asks))], { flags, patient })
    expect(saidBy('unsafe-ask', scenario)).toEqual([
      'scenes.1.choices.0: "ask/open" asks before a qualified interpreter: lead to it only after that, or mark it harmful with a repair'
    ])
  })

  test('names all that is missing before the act, whatever the act itself sets', () => {
    const scenario = aTinyCase([aChoiceScene('ask', aChoice('open', 'home', { ...asks, ...alone }))], {
      flags,
      patient
    })
    expect(saidBy('unsafe-ask', scenario)).toEqual([
      'scenes.0.choices.0: "ask/open" asks before privacy and a qualified interpreter and the limits of confidentiality: lead to it only after that, or mark it harmful with a repair'
    ])
  })

  test('lets a harmful question be put right, and the next be asked after that', () => {
    const scenario = aTinyCase(
      [
        aChoiceScene('early', aHarm('now', 'mend', 'mend', asks), aChoice('wait', 'ready')),
        aNarrative('mend', 'ready', { repairs: ['early/now'] }),
        ready,
        aChoiceScene('ask', aChoice('open', 'home', asks))
      ],
      { flags }
    )
    expect(saidBy('unsafe-ask', scenario)).toEqual([])
  })

  test('does not count a harmful question in a safe state, whose harm is told of as such', () => {
    const scenario = aTinyCase(
      [
        ready,
        aChoiceScene('ask', aHarm('press', 'again', 'mend', asks), aChoice('stop', 'mend')),
        aChoiceScene('again', aChoice('open', 'home', asks)),
        aNarrative('mend', 'home', { repairs: ['ask/press'] })
      ],
      { flags }
    )
    expect(saidBy('unsafe-ask', scenario)).toEqual([])
    expect(saidBy('harm-without-repair', scenario)).toEqual([
      'scenes.1.choices.0: the harm of "ask/press" is still open at ending "home": lead every path after it through its repair'
    ])
  })
})

describe('phases-out-of-order', () => {
  const led = (from: Scenario['scenes'][number]['phase'], to: typeof from) =>
    saidBy(
      'phases-out-of-order',
      aTinyCase([aNarrative('here', 'there', { phase: from }), aNarrative('there', 'home', { phase: to })])
    )

  test.each([
    ['intro', 'stop'],
    ['observe', 'observe'],
    ['ask', 'document'],
    ['ask', 'observe'],
    ['respond', 'ask'],
    ['document', 'ask']
  ] as const)('lets %s lead to %s', (from, to) => {
    expect(led(from, to)).toEqual([])
  })

  test.each([
    ['stop', 'intro'],
    ['ask', 'stop'],
    ['respond', 'observe'],
    ['document', 'respond'],
    ['observe', 'stop']
  ] as const)('does not let %s lead to %s', (from, to) => {
    expect(led(from, to)).toEqual([
      `scenes.0.continue.goTo: scene "here" leads from ${from} back to ${to} at "there": lead it on, or move one of the two to another phase`
    ])
  })

  test('lets a repair lead back to the phase it repairs', () => {
    const scenario = aTinyCase([
      { ...aChoiceScene('early', aHarm('now', 'mend', 'mend'), aChoice('wait', 'later')), phase: 'stop' },
      aNarrative('later', 'home', { phase: 'stop' }),
      aNarrative('mend', 'later', { phase: 'respond', repairs: ['early/now'] })
    ])
    expect(saidBy('phases-out-of-order', scenario)).toEqual([])
  })
})

describe('full marks', () => {
  test('are not won by passing over a scene', () => {
    const offer = {
      ...aChoiceScene('offer', aChoice('go', 'home', { quality: 'reasonable' })),
      skip: { summary: 'Later.', goTo: 'home' }
    }
    expect(saidBy('no-full-marks-path', aTinyCase([offer]))).toEqual([
      'scenes.0: as registered-nurse, no path of recommended acts leads past scene "offer" to an ending: open a recommended option there'
    ])
  })

  test('are open to every part', () => {
    const nurse = { when: { fact: 'role', is: 'registered-nurse' } }
    const scenario = aTinyCase(
      [aChoiceScene('offer', aChoice('go', 'home', nurse), aChoice('stay', 'home', { quality: 'reasonable' }))],
      { roles: ['registered-nurse', 'physician'] }
    )
    expect(saidBy('no-full-marks-path', scenario)).toEqual([
      'scenes.0: as physician, no path of recommended acts leads past scene "offer" to an ending: open a recommended option there'
    ])
  })

  test('are open to a minor who discloses nothing', () => {
    const patient = { ...aScenario().patient, age: 15 }
    const told = aTinyCase(
      [
        aNarrative('told', 'home', {
          continue: { label: 'Go on', goTo: 'home', sets: { disclosed: true, dutyMet: true } }
        })
      ],
      { flags, patient }
    )
    expect(saidBy('no-silent-minor-path', told)).toEqual([
      'endings: as registered-nurse, no path of recommended acts ends with the young person having disclosed nothing: open one'
    ])
    const silent = aTinyCase(
      [aNarrative('silent', 'home', { continue: { label: 'Go on', goTo: 'home', sets: { dutyMet: true } } })],
      { flags, patient }
    )
    expect(saidBy('no-silent-minor-path', silent)).toEqual([])
    expect(saidBy('duty-for-minors', silent)).toEqual([])
  })
})

describe('the size of a case', () => {
  const row = (count: number, text: string) =>
    aTinyCase(
      Array.from({ length: count }, (_, index) =>
        aNarrative(`scene-${index}`, index === count - 1 ? 'home' : `scene-${index + 1}`, { text: [{ p: text }] })
      )
    )

  test('has room above and below', () => {
    const faults = (scenario: Scenario) => ['minutes', 'words', 'scene-count'].flatMap((rule) => saidBy(rule, scenario))
    expect(faults(row(12, 'word '.repeat(120)))).toEqual([])
    expect(faults(row(7, 'word '.repeat(300)))).toEqual([
      'scenes: a path shows 2121 words, over 1600: cut it',
      'scenes: the case has 7 scenes: write 12 to 25',
      'scenes: a path has 7 scenes: lead it through at least 8'
    ])
    expect(faults(row(26, 'word '.repeat(120)))).toEqual([
      'scenes: a path takes 18.0 minutes, over 15: cut it',
      'scenes: a path shows 3198 words, over 1600: cut it',
      'scenes: the case has 26 scenes: write 12 to 25',
      'scenes: a path has 26 scenes: lead it through at most 14'
    ])
  })
})

describe('a way that is never open', () => {
  test('is found where it goes back to something asked', () => {
    const scenario = aScenario()
    const scenes = scenario.scenes.map((scene) =>
      scene.kind === 'document' && scene.goBack
        ? { ...scene, goBack: { ...scene.goBack, when: { fact: 'carePriorityMet', is: false } } }
        : scene
    )
    expect(saidBy('unreachable-choice', { ...scenario, scenes })).toEqual([
      `scenes.${scenes.findIndex(({ kind }) => kind === 'document')}.goBack: "record/back" is open on no path: change its "when", or leave it out`
    ])
  })

  test('is not told of in a scene that is itself never reached', () => {
    const lost = aChoiceScene('lost', aChoice('go', 'home', { when: { fact: 'isPrivate', is: true } }))
    const scenario = aTinyCase([aNarrative('arrival', 'home'), lost], { flags })
    expect(saidBy('unreachable-choice', scenario)).toEqual([])
    expect(saidBy('unreachable-scene', scenario)).toEqual([
      'scenes.1: no path comes to scene "lost": lead an option to it, or leave it out'
    ])
  })
})

describe('codes', () => {
  const documented: Documented = {
    certainty: 'none',
    exploitation: 'none',
    inChildhood: false,
    otherAbuse: [],
    pregnant: false,
    statement: 'As written.'
  }
  const coded = (codes: string[], changes: Partial<Documented>, age = 34) => {
    const scenario = aTinyCase([aNarrative('arrival', 'home')])
    const endings = scenario.endings.map((ending) => ({ ...ending, codes, documented: { ...documented, ...changes } }))
    const debrief = { ...scenario.debrief, treated: [] }
    const faults = faultsOfText({
      scenario: { ...scenario, endings, debrief, patient: { ...scenario.patient, age } },
      registry
    })
    return faults.filter(({ rule }) => rule.startsWith('code-')).map(({ rule, path }) => `${rule} ${path.join('.')}`)
  }
  const labor = { certainty: 'suspected', exploitation: 'labor' } as const
  const abused = (certainty: 'suspected' | 'confirmed'): Partial<Documented> => ({
    otherAbuse: [{ abuse: 'physical', certainty }]
  })

  test.each([
    ['the code that follows', ['T76.61XA'], labor],
    ['the same at a later visit', ['T76.61XD'], labor],
    ['a perpetrator with a confirmed case', ['T74.11XA', 'Y07.010'], abused('confirmed')],
    ['abuse in pregnancy with its trimester', ['O9A.311'], { ...abused('suspected'), pregnant: true }],
    [
      'a perpetrator with confirmed abuse in pregnancy',
      ['O9A.312', 'Y07.010'],
      { ...abused('confirmed'), pregnant: true }
    ],
    ['what was in childhood', ['Z62.813'], { certainty: 'history', exploitation: 'sexual', inChildhood: true }],
    ['nothing where nothing was documented', [], {}]
  ] as const)('may be %s', (_, codes, changes) => {
    expect(coded([...codes], changes)).toEqual([])
  })

  test.each([
    ['missing', [], labor, ['code-certainty endings.0.codes']],
    ['more than was documented', ['T76.61XA'], {}, ['code-certainty endings.0.codes.0']],
    [
      'a perpetrator with suspected abuse in pregnancy',
      ['O9A.311', 'Y07.010'],
      { ...abused('suspected'), pregnant: true },
      ['code-y07-without-t74 endings.0.codes.1']
    ],
    ['ruled out while suspected', ['Z04.82'], labor, ['code-z04-with-suspicion endings.0.codes.0']],
    [
      'ruled out beside other abuse',
      ['Z04.82', 'T76.11XA'],
      { certainty: 'ruled-out', exploitation: 'labor', ...abused('suspected') },
      ['code-z04-with-suspicion endings.0.codes.0']
    ],
    [
      'of two certainties, of which one was left out',
      ['T74.11XA'],
      { ...labor, ...abused('confirmed') },
      ['code-certainty endings.0.codes', 'code-t74-with-t76 endings.0.documented']
    ]
  ] as const)('may not be %s', (_, codes, changes, expected) => {
    expect(coded([...codes], changes as Partial<Documented>)).toEqual(expected)
  })

  test('may not be those of an adult for a child', () => {
    expect(coded(['T76.61XA'], labor, 15)).toEqual(['code-wrong-age endings.0.codes.0'])
  })
})

describe('registry-reference', () => {
  test('knows sources, competencies and the fields of the facility card', () => {
    const scenario = aScenario()
    const [objective] = scenario.objectives
    const debrief = {
      ...scenario.debrief,
      protectiveFactor: { text: 'A friend.', sources: ['nowhere'] },
      gaps: [{ text: 'Who?', card: 'nobody' }]
    }
    const known = { ...registry, competencies: registry.competencies.slice(0, 1) }
    const faults = (of: Parameters<typeof faultsOfText>[0]['registry']) =>
      faultsOfText({ scenario: { ...scenario, debrief, objectives: objective ? [objective] : [] }, registry: of })
        .filter(({ rule }) => rule === 'registry-reference')
        .map(({ path }) => path.join('.'))
    expect(faults(known)).toEqual([
      'debrief.protectiveFactor.sources.0',
      'objectives.0.competencies.0',
      'debrief.gaps.0.card'
    ])
    expect(faults({})).toEqual([])
  })

  test('knows the topics, and wants one of a case on offer', () => {
    const faults = (of: Pick<Scenario, 'topics' | 'status'>) => saidBy('registry-reference', { ...aScenario(), ...of })
    expect(faults({ status: 'working', topics: [] })).toEqual([])
    expect(faults({ status: 'offered', topics: ['response'] })).toEqual([])
    expect(faults({ status: 'offered', topics: [] })).toEqual([
      'topics: a case on offer teaches at least one topic: name it by its id'
    ])
    expect(faults({ status: 'working', topics: ['response', 'weather'] })).toEqual([
      'topics.1: the registry has no topic "weather": name one that it has, or add it there'
    ])
  })
})
