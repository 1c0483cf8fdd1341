import type { Outcome, Quality } from '#content/scene-schema.ts'
import type { Scenario } from '#content/schema.ts'
import { isOver, type LibraryCase, type LibraryFinding, margin, points, smallLibrary } from './library.ts'
import type { CheckedText, Finding } from './rule.ts'

type Tone = Outcome['consequence']['tone']
type Act = { of: number; path: Finding['path']; name: string; tone: Tone; quality: Quality }

const hard: readonly Tone[] = ['silent', 'angry', 'leaves', 'distressed']
const easy: readonly Tone[] = ['warm', 'neutral']
const shownAtMost = 5

/** In every case a recommended act is met by silence, anger, distress or leaving, and a harmful one goes smoothly. */
export function tonePredictsMark({ scenario }: CheckedText): Finding[] {
  const acts = actsOf(scenario, 0)
  const has = (quality: Quality, tones: readonly Tone[]) =>
    acts.some((act) => act.quality === quality && tones.includes(act.tone))
  const path = ['scenes']
  return [
    ...(has('recommended', hard)
      ? []
      : [
          { path, message: `no recommended act meets ${hard.join(', ')}: give the reaction to one of them such a tone` }
        ]),
    ...(has('harmful', easy)
      ? []
      : [{ path, message: `no harmful act meets ${easy.join(' or ')}: let one of them seem to work` }])
  ]
}

/**
 * Over the library, knowing the tone of a reaction does not help to guess whether the act was recommended, or harmful,
 * by more than 10 points. With fewer than 40 acts nothing is judged.
 */
export function toneTellsMark(library: readonly LibraryCase[]): LibraryFinding[] {
  const acts = library.flatMap(({ scenario }, of) => actsOf(scenario, of))
  if (acts.length < smallLibrary) return []
  return (['recommended', 'harmful'] as const).flatMap((quality) => told(acts, quality))
}

/** The best guess without the tone is the commoner of the two; with it, the commoner of the two for each tone. */
function told(acts: readonly Act[], quality: Quality): LibraryFinding[] {
  const isSo = (act: Act) => act.quality === quality
  const guess = commoner(acts, isSo)
  const byTone = [...Map.groupBy(acts, ({ tone }) => tone)].map(([tone, met]) => {
    const best = commoner(met, isSo)
    const right = met.filter((act) => isSo(act) === best)
    return { tone, right, gain: right.length - met.filter((act) => isSo(act) === guess).length }
  })
  const over = byTone.reduce((sum, { gain }) => sum + gain, 0) / acts.length
  const [worst] = byTone.toSorted((a, b) => b.gain - a.gain)
  const [first, ...others] = worst?.right ?? []
  if (!isOver(over, margin) || worst === undefined || first === undefined) return []
  const message = `over ${acts.length} acts, the tone of the reaction tells whether an act is ${quality} ${points(over)} points more often than a guess without it, and ${points(margin)} are allowed: let fewer ${isSo(first) ? quality : `other than ${quality}`} acts meet "${worst.tone}", first "${first.name}"`
  return [{ of: first.of, path: first.path, message, others: others.slice(0, shownAtMost - 1) }]
}

function commoner(acts: readonly Act[], isSo: (act: Act) => boolean): boolean {
  return acts.filter(isSo).length * 2 > acts.length
}

function actsOf({ scenes }: Scenario, of: number): Act[] {
  return scenes.flatMap((scene, index) => {
    const list = 'choices' in scene ? 'choices' : 'results'
    const outcomes: readonly Outcome[] = 'choices' in scene ? scene.choices : 'results' in scene ? scene.results : []
    return outcomes.map(({ id, quality, consequence }, at) => ({
      of,
      path: ['scenes', index, list, at, 'consequence'],
      name: `${scene.id}/${id}`,
      tone: consequence.tone,
      quality
    }))
  })
}
