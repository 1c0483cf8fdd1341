import { expect, test } from 'vitest'
import { doNot, doNow } from '#app/support/patient/steps.ts'
import { findSourceNumber } from '#server/learning/reference/queries.ts'

test('every source of what to do and what not to do is in the registry', () => {
  const cited = [...doNow, ...doNot].flatMap((step) => step.sources ?? [])
  expect(cited.filter((id) => findSourceNumber(id) === undefined)).toEqual([])
})
