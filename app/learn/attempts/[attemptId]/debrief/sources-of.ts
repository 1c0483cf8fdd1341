import type { Source } from '#content/registry-schema.ts'
import type { Reasoned } from '#content/scene-schema.ts'
import type { DebriefView } from '#machines/scenario/debrief.ts'

/** @returns the works a debrief cites, in the order of first mention, then the rest of the case's references. */
export function sourcesOf(view: DebriefView, known: readonly Source[]): Source[] {
  const cited = [...reasonsIn(view).flatMap((reason) => reason.sources ?? []), ...view.references]
  return [...new Set(cited)].flatMap((id) => known.find((source) => source.id === id) ?? [])
}

function reasonsIn({ stations, cues, coding, protectiveFactor }: DebriefView): Reasoned[] {
  return [
    ...stations.flatMap(({ rationale, parts }) => [
      ...parts.map((part) => part.why),
      ...(rationale ? [rationale] : [])
    ]),
    ...[...cues.noticed, ...cues.missed, ...cues.overCalled].map((cue) => cue.why),
    ...coding.rows.map((row) => row.why),
    ...coding.askCodingStaff,
    protectiveFactor
  ]
}
