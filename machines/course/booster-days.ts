const day = 86_400_000

/** `due`: its day has come and it was not taken. */
export type BoosterState = 'done' | 'due' | 'later'

/** The day a booster is for (YYYY-MM-DD). */
export function boosterDay(startedOn: string, afterDays: number): string {
  return new Date(Date.parse(`${startedOn}T00:00:00Z`) + afterDays * day).toISOString().slice(0, 10)
}

/**
 * @param today YYYY-MM-DD
 * @returns the day of each booster for a plan begun on `startedOn`, and how it stands today
 */
export function boosterDays<T extends { id: string; afterDays: number }>(
  boosters: readonly T[],
  { startedOn, today, done }: { startedOn: string; today: string; done: ReadonlySet<string> }
): { booster: T; on: string; state: BoosterState }[] {
  return boosters.map((booster) => {
    const on = boosterDay(startedOn, booster.afterDays)
    return { booster, on, state: done.has(booster.id) ? 'done' : on <= today ? 'due' : 'later' }
  })
}
