import type { Bin, Choice, Reasoned, SceneOf } from '#content/scene-schema.ts'
import type { Scenario } from '#content/schema.ts'
import type { Cut, CutDecision } from '#content/workshop-schema.ts'
import type { Question, Reveal, Step } from '#machines/room/plan.ts'
import { cuesIn } from '#machines/scenario/answers.ts'
import { visible } from '#machines/scenario/conditions.ts'
import { passageView, phraseOf } from '#machines/scenario/passages.ts'
import type { OnTheLine } from '#machines/scenario/recommended-line.ts'
import { shuffle } from '#machines/shuffle.ts'

/** The bins in which a room sorts what it noticed, in the words of the cases. */
export const binWords: Record<Bin, string> = {
  'changes-now': 'Changes what I do now',
  'keep-in-mind': 'Keep in mind',
  'not-a-sign': 'Not a sign'
}

// Alone, a learner marks and sorts in two turns; a room sorts at once.
const sortPrompt = 'Where do you put what you noticed?'

type Asked = { question: Question; reveal: Pick<Reveal, 'best' | 'why' | 'turns'>; parts: Step['parts'] }

/**
 * @returns one decision of a case as a step of a room
 * @throws an error that names the scene, where it asks nothing that a room can answer
 */
export function decisionStep(scenario: Scenario, cut: Cut, decision: CutDecision, { scene, facts }: OnTheLine): Step {
  const { question, reveal, parts } = narrowed(askedIn(scenario, decision, { scene, facts }), decision.options)
  const blocks = visible(scenario, scene.text, facts).map((block) =>
    'p' in block ? { p: block.p } : { says: block.says, by: nameOf(scenario, block.by) }
  )
  return {
    id: `${cut.scenario}-${decision.id}`,
    kind: 'decision',
    title: scene.heading,
    minutes: decision.minutes,
    isCreditTime: true,
    isByTable: false,
    script: [decision.bridge],
    aside: null,
    cut: null,
    body: [{ p: decision.bridge }, ...blocks],
    parts,
    question,
    reveal: { ...reveal, discuss: decision.discuss, wrongTurns: decision.wrongTurns },
    injects: [],
    repeats: null
  }
}

function askedIn(scenario: Scenario, decision: CutDecision, { scene, facts }: OnTheLine): Asked {
  const seed = `room/${scenario.id}/${scene.id}`
  switch (scene.kind) {
    case 'choice':
    case 'words':
      return chosen(scene.prompt, shuffle(visible(scenario, scene.choices, facts), seed), scenario)
    case 'cues':
      return sorted(scenario, scene)
    case 'order':
      return ordered(scene, seed)
    case 'hand-over':
      return handedOver(scene, seed)
    case 'document':
      return filed(scene, decision.place, seed)
    default:
      throw new Error(`Scene "${scene.id}" of ${scenario.id} asks nothing that a room can answer`)
  }
}

function chosen(prompt: string, choices: readonly Choice[], scenario: Scenario): Asked {
  return {
    question: { ask: 'one', prompt, options: choices.map(({ id, text }) => ({ id, text })), bins: [] },
    reveal: {
      best: choices.filter(({ quality }) => quality === 'recommended').map(({ id }) => id),
      why: choices.map(({ id, rationale }) => because(id, rationale)),
      turns: choices.map((choice) => turnOf(scenario, choice))
    },
    parts: []
  }
}

function turnOf(
  scenario: Scenario,
  { id, quality, consequence, saferAlternative, repairedBy }: Choice
): Reveal['turns'][number] {
  const repair = scenario.scenes.find((scene) => scene.id === repairedBy)
  const best =
    repair && 'choices' in repair ? repair.choices.find((choice) => choice.quality === 'recommended') : undefined
  const instead = best ? `${saferAlternative ?? ''} Put right so: ${best.text}`.trim() : (saferAlternative ?? null)
  return { option: id, isHarmful: quality === 'harmful', consequence: consequence.text, instead }
}

function sorted(scenario: Scenario, scene: SceneOf<'cues'>): Asked {
  // As they are read: cases list their cues by where they belong, which would tell it.
  const cues = cuesIn(scene).flatMap((cue) => scenario.cues.find(({ id }) => id === cue) ?? [])
  return {
    question: {
      ask: 'sort',
      prompt: sortPrompt,
      options: cues.map(({ id, channel, identity }) => ({
        id,
        text: phraseOf(scene, id),
        part: channel,
        ...(identity && { isIdentity: true as const })
      })),
      bins: Object.entries(binWords).map(([id, text]) => ({ id, text }))
    },
    reveal: {
      best: cues.map(({ id, bin }) => `${id}/${bin}`),
      why: cues.map(({ id, why }) => because(id, why)),
      turns: []
    },
    parts: scene.passages.map((passage) => ({
      part: passage.channel,
      heading: passage.heading,
      text: passageView(passage)
        .parts.map((part) => (typeof part === 'string' ? part : part.phrase))
        .join('')
    }))
  }
}

function ordered({ prompt, steps, precedence }: SceneOf<'order'>, seed: string): Asked {
  return {
    question: { ask: 'order', prompt, options: shuffle(steps, seed).map(({ id, text }) => ({ id, text })), bins: [] },
    reveal: {
      best: precedence.map(({ before, after }) => `${before}/${after}`),
      why: precedence.map(({ before, after, because: reason }) => because(`${before}/${after}`, reason)),
      turns: []
    },
    parts: []
  }
}

function handedOver({ prompt, sentences, results }: SceneOf<'hand-over'>, seed: string): Asked {
  const best = results.find(({ quality }) => quality === 'recommended')?.answer?.all ?? []
  return {
    question: {
      ask: 'several',
      prompt,
      options: shuffle(sentences, seed).map(({ id, text }) => ({ id, text })),
      bins: []
    },
    reveal: { best, why: sentences.map((sentence) => because(sentence.id, sentence.because)), turns: [] },
    parts: []
  }
}

function filed(scene: SceneOf<'document'>, wanted: string | undefined, seed: string): Asked {
  const place = scene.places.find(({ id }) => id === wanted) ?? scene.places[0]
  if (!place) throw new Error(`Scene "${scene.id}" has no place "${wanted}"`)
  const best = scene.results.find(({ quality }) => quality === 'recommended')?.answer?.all?.[place.id] ?? []
  return {
    question: {
      ask: 'one',
      prompt: `${scene.prompt} ${place.label}:`,
      options: shuffle(place.options, seed).map(({ id, text }) => ({ id, text })),
      bins: []
    },
    reveal: { best, why: place.options.map((option) => because(option.id, option.because)), turns: [] },
    parts: []
  }
}

function because(option: string, { text, sources = [] }: Reasoned): Reveal['why'][number] {
  return { option, text, sources }
}

// What is said of an option that the room never saw would be about nothing.
function narrowed(asked: Asked, wanted: readonly string[] | undefined): Asked {
  if (!wanted) return asked
  const { question, reveal, parts } = asked
  const left = question.options.map(({ id }) => id).filter((id) => !wanted.includes(id))
  const isWanted = (key: string) => key.split('/').every((id) => !left.includes(id))
  return {
    question: { ...question, options: question.options.filter(({ id }) => isWanted(id)) },
    reveal: {
      best: reveal.best.filter(isWanted),
      why: reveal.why.filter(({ option }) => isWanted(option)),
      turns: reveal.turns.filter(({ option }) => isWanted(option))
    },
    parts
  }
}

function nameOf(scenario: Scenario, by: string): string {
  return by === 'learner' ? 'You' : (scenario.cast.find(({ id }) => id === by)?.name ?? by)
}
