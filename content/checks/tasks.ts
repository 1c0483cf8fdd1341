import type { SceneOf, TaskScene } from '../scene-schema.ts'
import type { Cue, Scenario } from '../schema.ts'
import type { CrossFault, PartPath } from './parts.ts'

const markedPhrase = /\[([^\]]+)\]\(([a-z0-9-]+)\)/g

/** @returns a fault for every passage, precedence pair or result of a task that names something unknown. */
export function findTaskFaults(scenario: Scenario): CrossFault[] {
  const cues = new Map(scenario.cues.map((cue) => [cue.id, cue]))
  const inScenes = scenario.scenes.flatMap((scene, index) =>
    'results' in scene ? taskFaults(scene, ['scenes', index], cues) : []
  )
  return [...inScenes, ...unusedCues(scenario)]
}

function taskFaults(scene: TaskScene, path: PartPath, cues: ReadonlyMap<string, Cue>): CrossFault[] {
  const results = [...path, 'results']
  switch (scene.kind) {
    case 'cues':
      return [...passageFaults(scene, path, cues), ...cueAnswers(scene, results), ...lastResult(scene, results)]
    case 'order':
      return [...pairFaults(scene, path), ...orderAnswers(scene, results), ...lastResult(scene, results)]
    case 'document':
      return [...filingAnswers(scene, results), ...lastResult(scene, results)]
    case 'hand-over':
      return [...handOverAnswers(scene, results), ...lastResult(scene, results)]
  }
}

function passageFaults(scene: SceneOf<'cues'>, path: PartPath, cues: ReadonlyMap<string, Cue>): CrossFault[] {
  const seen = new Set<string>()
  return scene.passages.flatMap(({ text, channel }, index) => {
    const at = [...path, 'passages', index, 'text']
    const ids = marksIn(text)
    const faults = ids.flatMap((id) => {
      const cue = cues.get(id)
      const isSecond = seen.has(id)
      seen.add(id)
      if (cue === undefined) return [fault('passages', at, `the cue "${id}" is not declared: declare it under cues`)]
      if (isSecond)
        return [fault('passages', at, `the cue "${id}" is marked twice in scene "${scene.id}": mark one phrase for it`)]
      if (cue.channel === channel) return []
      return [
        fault(
          'passages',
          at,
          `the cue "${id}" belongs to the ${cue.channel}, not the ${channel}: move it, or change its channel`
        )
      ]
    })
    const isHalfWritten = text.replaceAll(markedPhrase, '').includes('](')
    return isHalfWritten
      ? [...faults, fault('passages', at, 'a phrase that can be marked is written [phrase](cue-id): mend it')]
      : faults
  })
}

function unusedCues({ scenes, cues }: Scenario): CrossFault[] {
  const used = new Set(
    scenes.flatMap((scene) => (scene.kind === 'cues' ? scene.passages.flatMap(({ text }) => marksIn(text)) : []))
  )
  return cues.flatMap(({ id }, index) =>
    used.has(id)
      ? []
      : [
          fault(
            'passages',
            ['cues', index],
            `the cue "${id}" stands in no passage: mark its phrase in one, or leave it out`
          )
        ]
  )
}

function cueAnswers(scene: SceneOf<'cues'>, path: PartPath): CrossFault[] {
  const known = new Set(scene.passages.flatMap(({ text }) => marksIn(text)))
  return scene.results.flatMap(({ answer = {} }, index) =>
    unknownNames('cue', answer, known, [...path, index, 'answer'])
  )
}

function orderAnswers(scene: SceneOf<'order'>, path: PartPath): CrossFault[] {
  const known = new Set(scene.precedence.map(({ id }) => id))
  return scene.results.flatMap(({ answer = {} }, index) =>
    unknownNames('pair', answer, known, [...path, index, 'answer'])
  )
}

function handOverAnswers(scene: SceneOf<'hand-over'>, path: PartPath): CrossFault[] {
  const known = new Set(scene.sentences.map(({ id }) => id))
  return scene.results.flatMap(({ answer = {} }, index) =>
    unknownNames('sentence', answer, known, [...path, index, 'answer'])
  )
}

function unknownNames(
  what: string,
  answer: Readonly<Record<string, readonly string[] | undefined>>,
  known: ReadonlySet<string>,
  path: PartPath
): CrossFault[] {
  return Object.entries(answer).flatMap(([key, ids = []]) =>
    ids.flatMap((id, index) =>
      known.has(id)
        ? []
        : [fault('answers', [...path, key, index], `this scene has no ${what} "${id}": name one that it has`)]
    )
  )
}

function filingAnswers(scene: SceneOf<'document'>, path: PartPath): CrossFault[] {
  const places = new Map<string, ReadonlySet<string>>(
    scene.places.map((place) => [place.id, new Set(place.options.map(({ id }) => id))])
  )
  return scene.results.flatMap(({ answer = {} }, index) =>
    Object.entries(answer).flatMap(([key, wanted = {}]) =>
      Object.entries(wanted).flatMap(([place, options]) => {
        const at = [...path, index, 'answer', key, place]
        const known = places.get(place)
        if (known === undefined)
          return [fault('answers', at, `this scene has no place "${place}": name one that it has`)]
        return options.flatMap((id, position) =>
          known.has(id)
            ? []
            : [fault('answers', [...at, position], `the place "${place}" has no option "${id}": name one that it has`)]
        )
      })
    )
  )
}

function pairFaults(scene: SceneOf<'order'>, path: PartPath): CrossFault[] {
  const steps = new Set(scene.steps.map(({ id }) => id))
  return scene.precedence.flatMap(({ id, before, after }, index) => {
    const at = [...path, 'precedence', index]
    const unknown = (['before', 'after'] as const).filter((end) => !steps.has({ before, after }[end]))
    const faults = unknown.map((end) =>
      fault('answers', [...at, end], `the pair "${id}" names no step of this scene: name one that it has`)
    )
    return before === after
      ? [...faults, fault('answers', [...at, 'after'], `the pair "${id}" names one step twice: name two steps`)]
      : faults
  })
}

/** Results are tried in order, so the last takes every answer that is left, and only the last may. */
function lastResult({ results, id }: TaskScene, path: PartPath): CrossFault[] {
  return results.flatMap(({ when, answer, ...result }, index) => {
    const isLast = index === results.length - 1
    const isOpen = when === undefined && answer === undefined
    if (isLast === isOpen) return []
    const message = isLast
      ? `the last result of scene "${id}" takes every answer that is left: leave its "when" and "answer" out`
      : `the result "${result.id}" takes every answer, so those after it are never reached: give it an "answer" or "when", or put it last`
    return [fault('answers', [...path, index], message)]
  })
}

function marksIn(text: string): string[] {
  return [...text.matchAll(markedPhrase)].map((match) => match[2] ?? '')
}

function fault(rule: 'passages' | 'answers', path: PartPath, message: string): CrossFault {
  return { rule, path, message }
}
