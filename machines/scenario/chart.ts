import type { ChartEntry, Scene } from '#content/scene-schema.ts'
import type { Scenario } from '#content/schema.ts'
import { cuesIn } from './answers.ts'
import { visible } from './conditions.ts'
import type { RunContext } from './context.ts'
import { phraseOf } from './passages.ts'
import { pathOf } from './path.ts'

type NoteEntry = Exclude<ChartEntry, { section: 'vitals' }>
type VitalsEntry = Extract<ChartEntry, { section: 'vitals' }>

/** The chart as it stands: it grows as the encounter does, so that nothing has to be remembered. */
export type ChartView = {
  vitals: { at: string; readings: { name: string; value: string }[] }[]
  notes: { section: NoteEntry['section']; entries: string[] }[]
  /** Phrases the learner marked, in reading order. No count of how many there are to find. */
  noticed: string[]
  /** Texts and times of day that the present scene added. */
  added: string[]
}

const sections = ['triage', 'history', 'said', 'findings', 'results', 'plan'] as const

/** @returns the chart on entering `scene`, each entry judged by the facts of the moment it was written. */
export function chartView(scenario: Scenario, context: RunContext, scene: Scene | null): ChartView {
  const path = pathOf(scenario, context)
  const written = path.flatMap((step) => visible(scenario, step.scene.chart, step.facts))
  const now = scene ? visible(scenario, scene.chart, context.facts) : []
  const known = new Set(written.map((entry) => JSON.stringify(entry)))
  const entries = [...new Map([...written, ...now].map((entry) => [JSON.stringify(entry), entry])).values()]
  const notes = entries.filter((entry): entry is NoteEntry => entry.section !== 'vitals')
  return {
    vitals: entries
      .filter((entry): entry is VitalsEntry => entry.section === 'vitals')
      .map(({ at, readings }) => ({ at, readings })),
    notes: sections
      .map((section) => ({
        section,
        entries: notes.filter((note) => note.section === section).map((note) => note.text)
      }))
      .filter((group) => group.entries.length > 0),
    noticed: noticedIn(scenario, context),
    added: now
      .filter((entry) => !known.has(JSON.stringify(entry)))
      .map((entry) => ('at' in entry ? entry.at : entry.text))
  }
}

function noticedIn(scenario: Scenario, context: RunContext): string[] {
  return scenario.scenes.flatMap((scene) => {
    if (scene.kind !== 'cues') return []
    const marked = context.flagged[scene.id] ?? []
    return cuesIn(scene)
      .filter((cue) => marked.includes(cue))
      .map((cue) => phraseOf(scene, cue))
  })
}
