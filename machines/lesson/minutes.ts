import { minutesPerDecision, wordsPerMinute } from '../pace.ts'

/** @returns how many minutes a lesson takes, not rounded: 200 words a minute and 20 seconds a question. */
export function lessonMinutes({ words, questions }: { words: number; questions: number }): number {
  return words / wordsPerMinute + questions * minutesPerDecision
}
