import type { Share } from '#machines/assessment/result.ts'

/** How much of an objective was answered as it should be. */
export const shareWords: Record<Share, string> = {
  all: 'All of it',
  most: 'Most of it',
  some: 'Some of it',
  little: 'Little of it'
}

/** @returns `1 question`, `7 questions`. */
export function numberWords(count: number): string {
  return count === 1 ? '1 question' : `${count} questions`
}

/** @returns hundredths of a question as a plain number, such as `5.6`. */
export function inQuestions(hundredths: number): string {
  return String(hundredths / 100)
}
