import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordDiff } from '#machines/activity/word-diff.ts'

test('a changed word is taken out and put in where it stands', () => {
  expect(wordDiff('One designates this for 1 credit.', 'One designates this for 2 credits.')).toEqual([
    { kind: 'same', text: 'One designates this for ' },
    { kind: 'removed', text: '1' },
    { kind: 'added', text: '2' },
    { kind: 'same', text: ' ' },
    { kind: 'removed', text: 'credit.' },
    { kind: 'added', text: 'credits.' }
  ])
})

test('the same text is one part, an empty one none', () => {
  expect(wordDiff('As it was.', 'As it was.')).toEqual([{ kind: 'same', text: 'As it was.' }])
  expect(wordDiff('', '')).toEqual([])
  expect(wordDiff('', 'New.')).toEqual([{ kind: 'added', text: 'New.' }])
  expect(wordDiff('Old.', '')).toEqual([{ kind: 'removed', text: 'Old.' }])
})

test('a line break is a difference', () => {
  expect(wordDiff('a b', 'a\nb').map(({ kind }) => kind)).toEqual(['same', 'removed', 'added', 'same'])
})

test('both texts can be read back from the parts, whatever they are', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c', ' ', '\n', 'word'), { maxLength: 30 }).map((it) => it.join(''))
  fc.assert(
    fc.property(text, text, (before, after) => {
      const parts = wordDiff(before, after)
      const read = (not: string) =>
        parts
          .filter(({ kind }) => kind !== not)
          .map((part) => part.text)
          .join('')
      expect([read('added'), read('removed')]).toEqual([before, after])
    })
  )
})
