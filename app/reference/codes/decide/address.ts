import { type AidAnswers, addressOf } from '#machines/coding/aid.ts'

const path = '/reference/codes/decide'

/** @returns the address of the aid after these answers. */
export function decideAfter(answers: AidAnswers): string {
  const given = addressOf(answers)
  return given ? `${path}?${given}` : path
}
