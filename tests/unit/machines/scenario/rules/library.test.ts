import { describe, expect, test } from 'vitest'
import type { Choice, Scene } from '#content/scene-schema.ts'
import { explore } from '#machines/scenario/explore.ts'
import { faultsOfLibrary } from '#machines/scenario/rules/every-rule.ts'
import { aChoice, aChoiceScene, aTinyCase } from '#tests/helpers/tiny-scenes.ts'

type Tone = Choice['consequence']['tone']

/** A case of one scene after another, each leading on by any of its choices. */
function aCaseOf(scenes: readonly Choice[][]) {
  const named = scenes.map((choices, at) => {
    const goTo = at === scenes.length - 1 ? 'home' : `scene-${at + 1}`
    return aChoiceScene(`scene-${at}`, ...choices.map((choice) => ({ ...choice, goTo })))
  })
  return inLibrary(named)
}

function inLibrary(scenes: Scene[], changes = {}) {
  const scenario = aTinyCase(scenes, changes)
  return { scenario, exploration: explore(scenario) }
}

const best = (text: string) => aChoice('best', 'home', { text })
const other = (text: string) => aChoice('other', 'home', { text, quality: 'less-useful' })
const times = <T>(count: number, of: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => of(index))

/** What one rule says of a library, each as its place, its sentence and the names of the other places. */
function saidBy(rule: string, ...library: ReturnType<typeof inLibrary>[]): string[] {
  return faultsOfLibrary(library)
    .filter((fault) => fault.rule === rule)
    .map(({ of, path, message, others }) =>
      [`${of}/${path.join('.')}: ${message}`, ...others.map(({ name }) => name)].join(' | ')
    )
}

describe('give-away', () => {
  const even = (index: number) =>
    index % 2 === 0 ? [best('Wait here with me.'), other('Go on.')] : [other('Wait here with me.'), best('Go on.')]

  test('finds nothing where no trick helps', () => {
    expect(saidBy('give-away', aCaseOf(times(40, even)))).toEqual([])
  })

  test('lets a library of forty decisions be won ten points more often than by chance, and not more', () => {
    const won = (count: number) =>
      times(40, (index) => (index < count ? [other('Go.'), best('Go on.')] : [best('Go.'), other('Go on.')]))
    const mixed = (count: number) => won(count).map((offer, index) => (index % 2 === 0 ? offer : offer.toReversed()))
    expect(saidBy('give-away', aCaseOf(mixed(24)))).toEqual([])
    expect(saidBy('give-away', aCaseOf(mixed(25)))).toEqual([
      '0/scenes.0: over 40 decisions, "always the longest" finds a recommended option 12.5 points more often than chance, and 10 are allowed: shorten recommended options, or lengthen others, first in "scene-0" | scene-1 | scene-2 | scene-3 | scene-4'
    ])
  })

  test('lets luck have its way in a single case', () => {
    const longest = (count: number) =>
      aCaseOf(
        times(count, (index) => (index % 2 === 0 ? [best('Go on.'), other('Go.')] : [other('Go.'), best('Go on.')]))
      )
    expect(saidBy('give-away', longest(4))).toEqual([])
    expect(saidBy('give-away', longest(5))).toHaveLength(1)
  })

  test('knows the words that sound right, as whole words', () => {
    const alternating = (right: string, wrong: string) =>
      aCaseOf(times(10, (index) => (index % 2 === 0 ? [best(right), other(wrong)] : [other(wrong), best(right)])))
    expect(saidBy('give-away', alternating('A safe option.', 'A good answer.'))).toEqual([
      '0/scenes.0: over 10 decisions, "most words from may, option, safe, private, offer" finds a recommended option 50 points more often than chance, and 31.6 are allowed: use those words in other options too, or not in these, first in "scene-0" | scene-1 | scene-2 | scene-3 | scene-4'
    ])
    expect(saidBy('give-away', alternating('An unsafe mayor.', 'A good answer.'))).toEqual([
      expect.stringContaining('always the longest')
    ])
  })

  test('counts a decision by what is open together, and none that cannot be lost', () => {
    const when = (is: boolean) => ({ when: { fact: 'isPrivate', is } })
    const scene = aChoiceScene(
      'here',
      aChoice('alone', 'home', { text: 'Ask now, as you are alone.', ...when(true) }),
      aChoice('beside', 'home', { text: 'Leave it.', ...when(false) }),
      aChoice('other', 'home', { text: 'Do nothing.', quality: 'less-useful', ...when(true) })
    )
    // Only beside others is one option open, and it is recommended: nothing to win there.
    expect(saidBy('give-away', ...times(10, () => inLibrary([scene], { flags: ['isPrivate'] })))).toEqual([])
    const lost = aCaseOf([...times(5, () => [best('Go on.'), other('Go.')]), [best('Go.'), aChoice('too', 'home')]])
    expect(saidBy('give-away', lost)).toEqual([
      expect.stringContaining('over 5 decisions, "always the longest"'),
      expect.stringContaining('over 5 decisions, "always the first as written"')
    ])
  })
})

describe('tone-predicts-mark', () => {
  const act = (quality: Choice['quality'], tone: Tone, id: string) =>
    aChoice(id, 'home', { quality, consequence: { text: 'Nobody says anything.', tone } })
  const scenesOf = (pairs: [Choice['quality'], Tone][]) =>
    inLibrary([aChoiceScene('here', ...pairs.map(([quality, tone], at) => act(quality, tone, `act-${at}`)))])

  test('finds nothing where every tone meets both', () => {
    const pairs = times(20, (): [Choice['quality'], Tone][] => [
      ['recommended', 'warm'],
      ['less-useful', 'warm'],
      ['recommended', 'angry'],
      ['less-useful', 'angry']
    ]).flat()
    expect(saidBy('tone-predicts-mark', scenesOf(pairs))).toEqual([])
  })

  test('tells which tone gives the mark away, over all cases', () => {
    const pairs = times(10, (): [Choice['quality'], Tone][] => [
      ['recommended', 'warm'],
      ['less-useful', 'neutral']
    ]).flat()
    expect(saidBy('tone-predicts-mark', scenesOf(pairs), scenesOf(pairs))).toEqual([
      '0/scenes.0.choices.0.consequence: over 40 acts, the tone of the reaction tells whether an act is recommended 50 points more often than a guess without it, and 10 are allowed: let fewer recommended acts meet "warm", first "here/act-0" | here/act-2 | here/act-4 | here/act-6 | here/act-8'
    ])
    expect(saidBy('tone-predicts-mark', scenesOf(pairs))).toEqual([])
  })

  test('sees harm in a tone too', () => {
    const pairs = times(10, (): [Choice['quality'], Tone][] => [
      ['harmful', 'silent'],
      ['recommended', 'angry'],
      ['reasonable', 'angry'],
      ['recommended', 'warm'],
      ['reasonable', 'warm']
    ]).flat()
    expect(saidBy('tone-predicts-mark', scenesOf(pairs))).toEqual([
      expect.stringContaining('tells whether an act is harmful 20 points more often')
    ])
  })
})
