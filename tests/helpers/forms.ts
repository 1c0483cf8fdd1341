import type { LearnerEvent } from '#machines/scenario/events.ts'

/** @returns the form a page would post for an act, after the event numbered `seenSeq`. */
export function formOf(event: LearnerEvent, seenSeq: number): URLSearchParams {
  const act = event.type.replace('learner.', '')
  return new URLSearchParams([['act', act], ['scene', event.scene], ['seenSeq', String(seenSeq)], ...fieldsOf(event)])
}

function fieldsOf(event: LearnerEvent): [string, string][] {
  switch (event.type) {
    case 'learner.chose':
      return [['choice', event.choice]]
    case 'learner.flagged':
      return event.cues.map((cue) => ['cue', cue])
    case 'learner.sorted':
      return Object.entries(event.bins).map(([cue, bin]) => [`bin.${cue}`, bin])
    case 'learner.ordered':
      return event.steps.map((step, index) => [`position.${step}`, String(index + 1)])
    case 'learner.filed':
      return Object.entries(event.places).map(([place, option]) => [`place.${place}`, option])
    case 'learner.handed-over':
      return event.sentences.map((sentence) => ['sentence', sentence])
    default:
      return []
  }
}
