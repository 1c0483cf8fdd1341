import type { Scene } from '#content/scene-schema.ts'
import type { Scenario } from '#content/schema.ts'
import type { RunContext } from './context.ts'
import { outcomeOn, type Verdict } from './outcome.ts'
import { type PathStep, pathOf } from './path.ts'

/** The five habits that every case trains, in the order of a visit. */
export const habits = ['alone', 'limits', 'information', 'answer', 'record'] as const

export type Habit = (typeof habits)[number]
/** `open`: it could have been done on this path and was not. `did-not-arise`: the path gave no occasion. */
export type HabitVerdict = 'done' | 'open' | 'did-not-arise'

const factOf = { alone: 'isPrivate', limits: 'limitsStated', information: 'informationGiven' } as const

/** @returns what became of each habit on a path; a case for a part that never asks gives no occasion for some. */
export function habitsOn(scenario: Scenario, context: RunContext): Record<Habit, HabitVerdict> {
  const path = pathOf(scenario, context)
  const axes = new Map(outcomeOn(path).map(({ axis, verdict }) => [axis, verdict]))
  const told = (habit: keyof typeof factOf) => ofFact(path, context, factOf[habit])
  return {
    alone: told('alone'),
    limits: told('limits'),
    information: told('information'),
    answer: ofAxis(axes.get('choice')),
    record: ofAxis(axes.get('recordSafety'))
  }
}

function ofFact(path: readonly PathStep[], { facts }: RunContext, fact: string): HabitVerdict {
  // Seen alone stays seen alone, though somebody comes back into the room.
  if (facts[fact] === true || path.some((step) => step.facts[fact] === true)) return 'done'
  return path.some(({ scene }) => optionsOf(scene).some((sets) => sets?.[fact] === true)) ? 'open' : 'did-not-arise'
}

function optionsOf(scene: Scene) {
  if ('choices' in scene) return scene.choices.map(({ sets }) => sets)
  return 'results' in scene ? scene.results.map(({ sets }) => sets) : []
}

function ofAxis(verdict: Verdict | undefined): HabitVerdict {
  if (verdict === undefined || verdict === 'did-not-arise') return 'did-not-arise'
  return verdict === 'left-open' ? 'open' : 'done'
}
