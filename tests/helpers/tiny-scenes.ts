import type { Choice, GoTo, SceneOf } from '#content/scene-schema.ts'
import type { Ending, Scenario } from '#content/schema.ts'
import { aScenario } from './scenarios.ts'

/** A scene of five words with one way on. */
export function aNarrative(id: string, goTo: GoTo, changes: Partial<SceneOf<'narrative'>> = {}): SceneOf<'narrative'> {
  return {
    id,
    phase: 'ask',
    kind: 'narrative',
    heading: 'Here',
    tags: [],
    text: [{ p: 'Somebody waits.' }],
    chart: [],
    continue: { label: 'Go on', goTo },
    ...changes
  }
}

/** A scene of five words with these choices. */
export function aChoiceScene(id: string, ...choices: Choice[]): SceneOf<'choice'> {
  return {
    id,
    phase: 'ask',
    kind: 'choice',
    heading: 'Here',
    tags: [],
    text: [{ p: 'Somebody waits.' }],
    chart: [],
    prompt: 'And you?',
    choices
  }
}

/** A recommended choice whose consequence has three words. */
export function aChoice(id: string, goTo: GoTo, changes: Partial<Choice> = {}): Choice {
  return {
    id,
    text: 'Do this.',
    goTo,
    quality: 'recommended',
    marks: [],
    consequence: { text: 'Nobody says anything.', tone: 'neutral' },
    rationale: { text: 'It helps.', basis: 'judgement' },
    ...changes
  }
}

/** A harmful choice that the named scene puts right. */
export function aHarm(id: string, goTo: GoTo, repairedBy: string, changes: Partial<Choice> = {}): Choice {
  const marks = [{ axis: 'trust' as const, mark: 'harms' as const, evidence: 'A promise was broken.' }]
  return aChoice(id, goTo, { quality: 'harmful', marks, repairedBy, ...changes })
}

type TinyChanges = { flags?: string[]; endingIds?: string[] } & Partial<Scenario>

/** A case of only these scenes, which begins with the first; its facts are flags that are false at first. */
export function aTinyCase(scenes: Scenario['scenes'], changes: TinyChanges = {}) {
  const { flags = [], endingIds = ['home'], ...others } = changes
  const [ending] = aScenario().endings.slice(-1)
  const endings = endingIds.map((id): Ending => ({ ...required(ending), id }))
  const facts = Object.fromEntries(
    flags.map((name) => [name, { kind: 'flag' as const, initial: false, means: `It is ${name}.` }])
  )
  return aScenario({
    roles: ['registered-nurse'],
    start: scenes[0]?.id ?? '',
    scenes,
    endings,
    facts,
    cues: [],
    ...others
  })
}

function required<T>(it: T | undefined): T {
  if (it === undefined) throw new Error('The small case has an ending')
  return it
}
