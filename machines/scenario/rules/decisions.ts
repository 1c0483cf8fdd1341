import type { Choice } from '#content/scene-schema.ts'
import type { LibraryCase, LibraryPlace } from './library.ts'

/** One decision between options of which some and not all are recommended, by each set of options that can be open. */
export type Decision = LibraryPlace & { name: string; offers: Choice[][] }

/** @returns the decisions of a library that a trick could win: choices and words, options in the order written. */
export function decisionsIn(library: readonly LibraryCase[]): Decision[] {
  return library.flatMap(({ scenario, exploration }, of) => {
    const edges = exploration.edges.filter(({ event }) => event.type === 'learner.chose')
    const openIn = Map.groupBy(edges, ({ from }) => from)
    return scenario.scenes.flatMap((scene, index) => {
      if (!('choices' in scene)) return []
      const states = exploration.states.filter((state) => state.scene === scene)
      const open = states.map((state) => new Set((openIn.get(state.index) ?? []).map(({ option }) => option)))
      const offers = open.map((ids) => scene.choices.filter(({ id }) => ids.has(id))).filter(canBeWon)
      const distinct = new Map(offers.map((offer) => [offer.map(({ id }) => id).join(' '), offer]))
      if (distinct.size === 0) return []
      return [{ of, path: ['scenes', index], name: scene.id, offers: [...distinct.values()] }]
    })
  })
}

/** @returns the share of recommended options among some. */
export function shareOfRecommended(options: readonly Choice[]): number {
  return options.filter(({ quality }) => quality === 'recommended').length / options.length
}

function canBeWon(offer: readonly Choice[]): boolean {
  const share = shareOfRecommended(offer)
  return share > 0 && share < 1
}
