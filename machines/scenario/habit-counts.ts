import { type Habit, type HabitVerdict, habits } from './habits.ts'

/** How often a habit was kept where there was an occasion for it. */
export type HabitStanding = 'every' | 'most' | 'some' | 'not-yet' | 'has-not-arisen'

/**
 * @param visits what became of each habit, a visit each; one without an occasion does not count
 * @returns how each habit stands over all visits, in the order of a visit: `most` is more than half
 */
export function habitsAcross(
  visits: readonly Readonly<Record<Habit, HabitVerdict>>[]
): { habit: Habit; standing: HabitStanding }[] {
  return habits.map((habit) => ({ habit, standing: standingOf(visits.map((visit) => visit[habit])) }))
}

function standingOf(verdicts: readonly HabitVerdict[]): HabitStanding {
  const arisen = verdicts.filter((verdict) => verdict !== 'did-not-arise').length
  const done = verdicts.filter((verdict) => verdict === 'done').length
  if (arisen === 0) return 'has-not-arisen'
  if (done === 0) return 'not-yet'
  if (done === arisen) return 'every'
  return done * 2 > arisen ? 'most' : 'some'
}
