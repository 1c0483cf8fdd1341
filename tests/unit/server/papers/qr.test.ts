import { expect, test } from 'vitest'
import { qrCodeOf, qrPath } from '#server/papers/qr.ts'

const address = 'https://training.example.org/verify/6C3K-W9QT-4MXH-P7RB'

test('a QR code is drawn in bars that cover its dark modules once', () => {
  const { size, bars } = qrCodeOf(address)
  const drawn = Array.from({ length: size }, () => ' '.repeat(size).split(''))
  for (const { x, y, width } of bars) for (let at = x; at < x + width; at += 1) drawn[y]?.splice(at, 1, '#')
  expect(drawn.slice(0, 7).map((row) => row.slice(0, 7).join(''))).toEqual([
    '#######',
    '#     #',
    '# ### #',
    '# ### #',
    '# ### #',
    '#     #',
    '#######'
  ])
  const total = bars.reduce((sum, { width }) => sum + width, 0)
  expect(drawn.flat().filter((module) => module === '#')).toHaveLength(total)
})

test('the same stands in the path for a page', () => {
  expect(
    qrPath({
      size: 3,
      bars: [
        { x: 0, y: 0, width: 2 },
        { x: 1, y: 2, width: 1 }
      ]
    })
  ).toBe('M0 0h2v1h-2zM1 2h1v1h-1z')
})
