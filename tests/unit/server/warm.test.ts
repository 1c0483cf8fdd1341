import { beforeEach, expect, test } from 'vitest'
import { dropWarm, keepWarm, recallWarm } from '#server/record/events/warm.ts'

beforeEach(() => dropWarm())

test('the newest state kept of a stream is recalled under the same machine alone', () => {
  keepWarm('a', 'case@1#x', { seq: 1, snapshot: 'first' })
  keepWarm('a', 'case@1#x', { seq: 2, snapshot: 'second' })
  expect(recallWarm('a', 'case@1#x')).toEqual({ seq: 2, snapshot: 'second' })
  expect(recallWarm('a', 'case@1#y')).toBeUndefined()
  expect(recallWarm('b', 'case@1#x')).toBeUndefined()
})

test('of more streams than fit, the longest unread goes first', () => {
  for (let index = 0; index < 500; index += 1) keepWarm(`s${index}`, 'm', { seq: 1, snapshot: index })
  keepWarm('s0', 'm', { seq: 2, snapshot: 0 })
  keepWarm('one more', 'm', { seq: 1, snapshot: 500 })
  expect(recallWarm('s1', 'm')).toBeUndefined()
  expect(recallWarm('s0', 'm')).toEqual({ seq: 2, snapshot: 0 })
})

test('dropping everything forgets everything', () => {
  keepWarm('a', 'm', { seq: 1, snapshot: 1 })
  dropWarm()
  expect(recallWarm('a', 'm')).toBeUndefined()
})
