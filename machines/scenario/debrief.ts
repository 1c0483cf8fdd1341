import { codingAccessOf } from '#content/roles.ts'
import type { Bin, Quality, Reasoned } from '#content/scene-schema.ts'
import { certainties, type Certainty, type Ending, isMinor, type Scenario } from '#content/schema.ts'
import { decide } from '../coding/decide.ts'
import { cuesIn } from './answers.ts'
import { type ChartView, chartView } from './chart.ts'
import { visible } from './conditions.ts'
import { plainOptions, type RunContext } from './context.ts'
import { type AxisOutcome, outcomeOn } from './outcome.ts'
import { phraseOf } from './passages.ts'
import { type PathStep, pathOf } from './path.ts'

/** One station of the decision map: a scene on the path, what was done, and what was recommended. */
export type Station = {
  /** How many acts came before it; a "what if" starts from here. */
  index: number
  scene: string
  phase: string
  heading: string
  did: string
  quality: Quality | null
  isRepair: boolean
  rationale: Reasoned | null
  saferAlternative: string | null
  recommended: string[]
}

/** A cue as the debrief shows it; `wasSortedAs` is null where it was not marked. */
export type CueReview = {
  cue: string; phrase: string; label: string; strength: string; fits: Bin; wasSortedAs: Bin | null; why: Reasoned
}

export type CodingRow = { row: Certainty; isSupported: boolean; why: Reasoned }

export type DebriefView = {
  ending: { id: string; title: string; happened: string }
  firstImpression: { thought: string; reflection: string } | null
  axes: AxisOutcome[]
  stations: Station[]
  cues: { noticed: CueReview[]; missed: CueReview[]; overCalled: CueReview[] }
  coding: {
    access: 'provider' | 'supporting' | 'none'
    readers: string[]
    documented: string
    rows: CodingRow[]
    codes: string[]
    example: string | null
    treated: { text: string; code?: string | undefined }[]
    askCodingStaff: Reasoned[]
  }
  protectiveFactor: Reasoned
  gaps: Scenario['debrief']['gaps']
  reflection: string[]
  references: string[]
  chart: ChartView
}

/** @returns the debrief of a run that reached `endingId`: what was known then, not how it turned out. */
export function debriefView(scenario: Scenario, context: RunContext, endingId: string): DebriefView {
  const path = pathOf(scenario, context)
  const ending = endingNamed(scenario, endingId)
  return {
    ending: { id: ending.id, title: ending.title, happened: ending.happened },
    firstImpression: impressionOn(path),
    axes: outcomeOn(path),
    stations: path.map((step) => stationOf(scenario, step, context)),
    cues: reviewCues(scenario, path, context),
    coding: codingOf(scenario, ending, context),
    protectiveFactor: scenario.debrief.protectiveFactor,
    gaps: scenario.debrief.gaps,
    reflection: scenario.debrief.reflection,
    references: scenario.references,
    chart: chartView(scenario, context, null)
  }
}

function endingNamed(scenario: Scenario, id: string): Ending {
  const ending = scenario.endings.find((known) => known.id === id)
  if (ending === undefined) throw new Error(`Scenario ${scenario.id} has no ending "${id}"`)
  return ending
}

function impressionOn(path: readonly PathStep[]): DebriefView['firstImpression'] {
  for (const { scene, option } of path) {
    if (scene.kind !== 'first-impression') continue
    const thought = scene.options.find((known) => known.id === option)
    if (thought) return { thought: thought.text, reflection: thought.reflection }
  }
  return null
}

function stationOf(scenario: Scenario, step: PathStep, context: RunContext): Station {
  const { scene, option, outcome } = step
  return {
    index: step.index,
    scene: scene.id,
    phase: scene.phase,
    heading: scene.heading,
    did: whatWasDone(step, context),
    quality: outcome?.quality ?? null,
    isRepair: scene.repairs !== undefined,
    rationale: outcome?.rationale ?? null,
    saferAlternative: outcome?.saferAlternative ?? null,
    recommended: recommendedIn(scenario, step).filter((text) => outcome === undefined || text !== textOf(step.scene, option))
  }
}

/** @returns in words what was done in a scene, as the learner did it. */
function whatWasDone({ scene, option }: PathStep, context: RunContext): string {
  if (option === plainOptions.skipped) return 'You passed over this scene.'
  if (option === plainOptions.returned) return 'You went back.'
  if (scene.kind === 'narrative') return scene.continue.label
  if (scene.kind === 'cues') return markedIn(scene.id, context)
  const answer = context.answers[scene.id]
  if (scene.kind === 'order' && Array.isArray(answer)) {
    return answer.map((id, place) => `${place + 1}. ${scene.steps.find((step) => step.id === id)?.text ?? id}`).join(' ')
  }
  if (scene.kind === 'hand-over' && Array.isArray(answer)) {
    return answer.map((id) => scene.sentences.find((sentence) => sentence.id === id)?.text ?? id).join(' ')
  }
  if (scene.kind === 'document' && answer && !Array.isArray(answer)) {
    const filed = Object.entries(answer)
    return filed.map(([place, choice]) => {
      const known = scene.places.find((it) => it.id === place)
      return `${known?.label ?? place}: ${known?.options.find((it) => it.id === choice)?.text ?? choice}`
    }).join(' ')
  }
  return textOf(scene, option)
}

function markedIn(scene: string, context: RunContext): string {
  const count = context.flagged[scene]?.length ?? 0
  if (count === 0) return 'You marked nothing.'
  return count === 1 ? 'You marked one phrase and sorted it.' : `You marked ${count} phrases and sorted them.`
}

function textOf(scene: PathStep['scene'], option: string): string {
  if ('choices' in scene) return scene.choices.find((choice) => choice.id === option)?.text ?? option
  if (scene.kind === 'first-impression') return scene.options.find((known) => known.id === option)?.text ?? option
  return option
}

function recommendedIn(scenario: Scenario, { scene, facts }: PathStep): string[] {
  if (!('choices' in scene)) return []
  return visible(scenario, scene.choices, facts).filter((choice) => choice.quality === 'recommended').map((choice) => choice.text)
}

function reviewCues(scenario: Scenario, path: readonly PathStep[], context: RunContext): DebriefView['cues'] {
  const reviews = path.flatMap(({ scene }) => {
    if (scene.kind !== 'cues') return []
    return cuesIn(scene).flatMap((id): CueReview[] => {
      const cue = scenario.cues.find((known) => known.id === id)
      if (cue === undefined) return []
      const { label, strength, bin, why } = cue
      return [{ cue: id, phrase: phraseOf(scene, id), label, strength, fits: bin, wasSortedAs: context.sorted[scene.id]?.[id] ?? null, why }]
    })
  })
  const isOverCalled = (it: CueReview) => it.wasSortedAs !== null && bin(it.wasSortedAs) > bin(it.fits)
  const isUnderCalled = (it: CueReview) => it.fits !== 'not-a-sign' && (it.wasSortedAs === null || bin(it.wasSortedAs) < bin(it.fits))
  return {
    noticed: reviews.filter((it) => it.wasSortedAs === it.fits),
    missed: reviews.filter(isUnderCalled),
    overCalled: reviews.filter(isOverCalled)
  }
}

/** Orders the bins by how much each asks of the clinician. */
function bin(name: Bin): number {
  return { 'not-a-sign': 0, 'keep-in-mind': 1, 'changes-now': 2 }[name]
}

function codingOf(scenario: Scenario, ending: Ending, context: RunContext): DebriefView['coding'] {
  const access = codingAccessOf(context.role)
  const decision = decide({ ...ending.documented, age: isMinor(scenario) ? 'child' : 'adult' })
  const rows = certainties.map((row): CodingRow => {
    const reasons = scenario.debrief.coding[row]
    return { row, isSupported: row === decision.row, why: row === decision.row ? reasons.fits : reasons.not }
  })
  const isShown = access !== 'none'
  return {
    access,
    readers: visible(scenario, scenario.debrief.readers, context.facts).map((reader) => reader.text),
    documented: ending.documented.statement,
    rows: isShown ? rows : [],
    codes: isShown ? ending.codes : [],
    example: isShown ? (ending.example ?? null) : null,
    treated: isShown ? scenario.debrief.treated : scenario.debrief.treated.map(({ text }) => ({ text })),
    askCodingStaff: isShown ? scenario.debrief.askCodingStaff : []
  }
}
