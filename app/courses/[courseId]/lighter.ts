import type { CourseProgress, Step } from '#machines/course/progress.ts'

/** @returns what could come before a hard case: the next lesson that is open, else a case that does not ask first. */
export function lighterThan(hard: Step, { steps }: CourseProgress): Step | undefined {
  const open = steps.filter(({ state, asksFirst }) => state === 'open' && !asksFirst)
  const fitting = open.filter((step) => step !== hard)
  return fitting.find(({ part }) => part.kind === 'lesson') ?? fitting.find(({ part }) => part.kind === 'case')
}
