import type { Scene } from '../scene-schema.ts'
import type { Scenario } from '../schema.ts'
import type { CrossFault, PartPath } from './parts.ts'

type Named = { id: string; path: PartPath }

/** Words a run's memory uses for acts that are not the author's. */
const reserved = ['continue', 'skip', 'back', 'mark']
/** What the record of an answer can hold. */
const longest = 64

/** @returns a fault for every id that stands twice where it must stand once, is reserved or too long. */
export function findIdFaults(scenario: Scenario): CrossFault[] {
  return [
    ...once('scene or ending', [...named(scenario.scenes, ['scenes']), ...named(scenario.endings, ['endings'])]),
    ...once('objective', named(scenario.objectives, ['objectives'])),
    ...once('cue', named(scenario.cues, ['cues'])),
    ...once('member of the cast', named(scenario.cast, ['cast'])),
    ...once(
      'role',
      scenario.roles.map((id, index) => ({ id, path: ['roles', index] }))
    ),
    ...scenario.scenes.flatMap((scene, index) => idsOfScene(scene, ['scenes', index])),
    ...ownNames(scenario)
  ]
}

function idsOfScene(scene: Scene, path: PartPath): CrossFault[] {
  switch (scene.kind) {
    case 'narrative':
      return []
    case 'first-impression':
      return options(scene.options, [...path, 'options'])
    case 'choice':
    case 'words':
      return options(scene.choices, [...path, 'choices'])
    case 'cues':
      return options(scene.results, [...path, 'results'])
    case 'order':
      return [
        ...options(scene.results, [...path, 'results']),
        ...once('step', named(scene.steps, [...path, 'steps'])),
        ...once('pair', named(scene.precedence, [...path, 'precedence']))
      ]
    case 'document':
      return [
        ...options(scene.results, [...path, 'results']),
        ...once('place', named(scene.places, [...path, 'places'])),
        ...scene.places.flatMap((place, at) => once('option', named(place.options, [...path, 'places', at, 'options'])))
      ]
    case 'hand-over':
      return [
        ...options(scene.results, [...path, 'results']),
        ...once('sentence', named(scene.sentences, [...path, 'sentences']))
      ]
  }
}

function options(parts: readonly { id: string }[], path: PartPath): CrossFault[] {
  const all = named(parts, path)
  const taken = all.filter(({ id }) => reserved.includes(id))
  return [
    ...once('option', all),
    ...taken.map((it) => fault(it.path, `"${it.id}" is a reserved word: give this option another id`))
  ]
}

function ownNames({ id, scenes, endings, cast }: Scenario): CrossFault[] {
  const places = [...named(scenes, ['scenes']), ...named(endings, ['endings'])]
  const learners = named(cast, ['cast']).filter((member) => member.id === 'learner')
  return [
    ...places
      .filter((place) => place.id === id)
      .map((it) => fault(it.path, `"${id}" is the id of the scenario: give this one another`)),
    ...learners.map((it) => fault(it.path, '"learner" is a reserved word: give this member of the cast another id'))
  ]
}

function once(what: string, all: readonly Named[]): CrossFault[] {
  const ids = all.map(({ id }) => id)
  return all.flatMap(({ id, path }, index) => [
    ...(ids.indexOf(id) === index ? [] : [fault(path, `there is already a ${what} "${id}": give this one another id`)]),
    ...(id.length > longest
      ? [fault(path, `the id of this ${what} is longer than ${longest} characters: shorten it`)]
      : [])
  ])
}

function named(parts: readonly { id: string }[], path: PartPath): Named[] {
  return parts.map(({ id }, index) => ({ id, path: [...path, index, 'id'] }))
}

function fault(path: PartPath, message: string): CrossFault {
  return { rule: 'ids', path, message }
}
