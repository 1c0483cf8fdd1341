import { expect, test } from 'vitest'
import { hundredthsText, parseHundredths } from '#machines/activity/amount.ts'

test.each([
  ['1', 100],
  ['1.0', 100],
  ['1.25', 125],
  [' 0.25 ', 25],
  ['0.01', 1],
  ['0.5', 50],
  ['100', 10_000],
  ['100.00', 10_000]
])('reads %j exactly', (text, hundredths) => expect(parseHundredths(text)).toBe(hundredths))

test.each([
  '',
  '0',
  '0.00',
  '01.5',
  '1,5',
  '1.',
  '.5',
  '1.255',
  '-1',
  '+1',
  '1e2',
  '100.01',
  '1000',
  'one',
  '1 credit',
  '١'
])('refuses %j', (text) => expect(parseHundredths(text)).toBeUndefined())

test('every amount is read back as it is written', () => {
  for (let hundredths = 1; hundredths <= 10_000; hundredths += 1)
    expect(parseHundredths(hundredthsText(hundredths))).toBe(hundredths)
})

test('an amount has two decimals', () => {
  expect([1, 25, 100, 125, 1050].map(hundredthsText)).toEqual(['0.01', '0.25', '1.00', '1.25', '10.50'])
})
