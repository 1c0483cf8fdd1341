import { codingAccessOf } from '#content/roles.ts'
import type { Bin, Reasoned } from '#content/scene-schema.ts'
import { type Certainty, certainties, type Ending, isMinor, type Scenario } from '#content/schema.ts'
import { decide } from '../coding/decide.ts'
import { cuesIn } from './answers.ts'
import { type ChartView, chartView } from './chart.ts'
import { visible } from './conditions.ts'
import { plainOptions, type RunContext } from './context.ts'
import { type AxisOutcome, outcomeOn } from './outcome.ts'
import { phraseOf } from './passages.ts'
import { type PathStep, pathOf } from './path.ts'
import { type Station, stationOf } from './station.ts'

/** A cue as the debrief shows it; `wasSortedAs` is null where it was not marked. */
export type CueReview = {
  cue: string
  phrase: string
  label: string
  strength: string
  fits: Bin
  wasSortedAs: Bin | null
  why: Reasoned
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
    /** What the responsible provider wrote; null for a role that hears no outcome. */
    documented: string | null
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

function reviewCues(scenario: Scenario, path: readonly PathStep[], context: RunContext): DebriefView['cues'] {
  const met = new Set(path.filter((step) => step.option !== plainOptions.skipped).map((step) => step.scene))
  const reviews = [...met].flatMap((scene) => {
    if (scene.kind !== 'cues') return []
    return cuesIn(scene).flatMap((id): CueReview[] => {
      const cue = scenario.cues.find((known) => known.id === id)
      if (cue === undefined) return []
      const { label, strength, bin, why } = cue
      return [
        {
          cue: id,
          phrase: phraseOf(scene, id),
          label,
          strength,
          fits: bin,
          wasSortedAs: context.sorted[scene.id]?.[id] ?? null,
          why
        }
      ]
    })
  })
  const isOverCalled = (it: CueReview) => it.wasSortedAs !== null && bin(it.wasSortedAs) > bin(it.fits)
  const isUnderCalled = (it: CueReview) =>
    it.fits !== 'not-a-sign' && (it.wasSortedAs === null || bin(it.wasSortedAs) < bin(it.fits))
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
  const known = isShown ? context.facts : { ...context.facts, disclosed: false }
  return {
    access,
    readers: visible(scenario, scenario.debrief.readers, known).map((reader) => reader.text),
    documented: isShown ? ending.documented.statement : null,
    rows: isShown ? rows : [],
    codes: isShown ? ending.codes : [],
    example: isShown ? (ending.example ?? null) : null,
    treated: isShown ? scenario.debrief.treated : [],
    askCodingStaff: isShown ? scenario.debrief.askCodingStaff : []
  }
}
