import type { CourseTest } from '#content/course-schema.ts'
import type { ItemPair } from '#content/item-schema.ts'
import { countWords, minutesPerDecision, wordsPerMinute } from '../pace.ts'

/** What filling in the evaluation takes. */
export const evaluationMinutes = 2

/** @returns the minutes of one form of a course's test, not rounded: the average question of each objective, 200 words a minute and 20 seconds to decide. */
export function testMinutes(test: CourseTest, bank: readonly ItemPair[]): number {
  const minutes = test.blueprint.map(({ objective, items }) => {
    const asked = bank.filter((pair) => pair.objective === objective && isFor(test, pair)).flatMap(({ a, b }) => [a, b])
    const words = asked.reduce(
      (sum, { stem, options }) => sum + countWords([stem, ...options.map((it) => it.text)].join(' ')),
      0
    )
    return asked.length === 0 ? 0 : items * (words / asked.length / wordsPerMinute + minutesPerDecision)
  })
  return minutes.reduce((sum, it) => sum + it, 0)
}

/** @returns whether a pair may be asked in a test. */
export function isFor(test: Pick<CourseTest, 'for'>, pair: Pick<ItemPair, 'for'>): boolean {
  return test.for === 'clinical' || pair.for === 'everyone'
}
