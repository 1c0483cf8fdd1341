import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Drawn, type DrawRequest, draw, type Earlier, paperOf } from '#machines/assessment/draw.ts'
import { aBank, aPair, aTest } from '#tests/helpers/items.ts'

const bank = aBank()
const courseId = 'a-course'

function drawn(changes: Partial<DrawRequest> = {}, from = bank): Drawn[] {
  return draw(from, { test: aTest(), courseId, form: 'pre', seed: 'a-seed', seen: [], ...changes })
}

const earlier = (form: Earlier['form'], drawn: readonly Drawn[], course = courseId): Earlier => ({
  courseId: course,
  form,
  drawn
})
const pairsOf = (drawn: readonly Drawn[]) => drawn.map(({ pairId }) => pairId).toSorted()
const idsOf = (drawn: readonly Drawn[]) => drawn.map(({ pairId, side }) => `${pairId}-${side}`)
const seeds = fc.string({ minLength: 1, maxLength: 30 })

describe('a draw', () => {
  test('depends on the seed alone and fills the blueprint', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }), (seed, privacy, asking) => {
        const test = aTest({
          blueprint: [
            { objective: 'privacy', items: privacy },
            { objective: 'asking', items: asking }
          ]
        })
        const once = drawn({ seed, test })
        expect(drawn({ seed, test })).toEqual(once)
        expect(new Set(pairsOf(once)).size).toBe(privacy + asking)
        const objectives = paperOf(bank, once).map(({ objective }) => objective)
        expect(objectives.filter((it) => it === 'privacy')).toHaveLength(privacy)
        expect(objectives.filter((it) => it === 'asking')).toHaveLength(asking)
      })
    )
  })

  test('takes any pair, either side and any order by some seed', () => {
    const all = Array.from({ length: 300 }, (_, index) => drawn({ seed: `seed-${index}` }))
    expect(new Set(all.flatMap(idsOf))).toEqual(new Set(bank.flatMap(({ id }) => [`${id}-a`, `${id}-b`])))
    expect(new Set(all.map((it) => it.findIndex(({ pairId }) => pairId.startsWith('asking'))))).toEqual(
      new Set([0, 1, 2])
    )
  })

  test('asks the same objective twice without asking the same pair twice', () => {
    const blueprint = [
      { objective: 'privacy', items: 2 },
      { objective: 'privacy', items: 2 }
    ]
    expect(pairsOf(drawn({ test: aTest({ blueprint }) }))).toEqual(['privacy-1', 'privacy-2', 'privacy-3', 'privacy-4'])
  })

  test('for everyone leaves clinical pairs out; for clinicians it takes both kinds', () => {
    const mixed = bank.map((pair, index) => (index % 2 ? pair : { ...pair, for: 'clinical' as const }))
    const all = (audience: 'everyone' | 'clinical') =>
      new Set(
        Array.from({ length: 100 }, (_, index) =>
          drawn({ seed: `${index}`, test: aTest({ for: audience }) }, mixed)
        ).flatMap(pairsOf)
      )
    expect(all('everyone')).toEqual(new Set(['privacy-2', 'privacy-4', 'asking-2', 'asking-4']))
    expect(all('clinical')).toEqual(new Set(bank.map(({ id }) => id)))
  })

  test('that the bank cannot fill says which objective is short, and by how much', () => {
    const test = aTest({ blueprint: [{ objective: 'asking', items: 5 }] })
    expect(() => drawn({ test })).toThrow(
      expect.objectContaining({ name: 'BankTooSmall', objective: 'asking', wanted: 5, found: 4 })
    )
    expect(() => drawn({}, [])).toThrow('The test bank holds 0 of 2 pairs for the objective "privacy"')
  })
})

describe('the test after a course', () => {
  test('asks the same pairs as the one before it by their other side, and shares no question with it', () => {
    fc.assert(
      fc.property(seeds, seeds, (one, other) => {
        const pre = drawn({ seed: one })
        const post = drawn({ seed: other, form: 'post', seen: [earlier('pre', pre)] })
        expect(pairsOf(post)).toEqual(pairsOf(pre))
        expect(idsOf(post).filter((id) => idsOf(pre).includes(id))).toEqual([])
      })
    )
  })

  test('asks them in an order of its own', () => {
    const pre = drawn()
    const orders = Array.from({ length: 50 }, (_, index) =>
      drawn({ seed: `seed-${index}`, form: 'post', seen: [earlier('pre', pre)] })
        .map(({ pairId }) => pairId)
        .join()
    )
    expect(new Set(orders).size).toBe(6)
  })

  test('does so whatever was met in another course since', () => {
    const pre = drawn()
    const others = pre.map(({ pairId, side }): Drawn => ({ pairId, side: side === 'a' ? 'b' : 'a' }))
    const seen = [earlier('pre', pre), earlier('post', others, 'another-course')]
    expect(idsOf(drawn({ form: 'post', seen })).toSorted()).toEqual(idsOf(others).toSorted())
  })

  test('fills the place of a pair that is no longer in the bank with one not met', () => {
    const pre = drawn()
    const gone = pre.find(({ pairId }) => pairId.startsWith('privacy'))?.pairId
    const smaller = bank.filter(({ id }) => id !== gone)
    const post = drawn({ form: 'post', seen: [earlier('pre', pre)] }, smaller)
    expect(post).toHaveLength(3)
    expect(pairsOf(post).filter((id) => pairsOf(pre).includes(id))).toEqual(pairsOf(pre).filter((id) => id !== gone))
    expect(idsOf(post).filter((id) => idsOf(pre).includes(id))).toEqual([])
  })

  test('stands alone where no test came before it', () => {
    expect(drawn({ form: 'post' })).toHaveLength(3)
    const elsewhere = drawn({ form: 'post', seen: [earlier('pre', drawn(), 'another-course')] })
    expect(pairsOf(elsewhere).filter((id) => pairsOf(drawn()).includes(id))).toEqual([])
  })
})

describe('a further test', () => {
  const one = aTest({ blueprint: [{ objective: 'privacy', items: 1 }] })
  const pair = (n: number) => `privacy-${n}`
  const met = (...ids: string[]): Earlier =>
    earlier(
      'post',
      ids.map((id): Drawn => ({ pairId: id.slice(0, -2), side: id.endsWith('a') ? 'a' : 'b' }))
    )

  test('asks pairs not met first, then sides not met, then what was met longest ago', () => {
    const three = [aPair(pair(1)), aPair(pair(2)), aPair(pair(3))]
    const next = (...seen: Earlier[]) => idsOf(drawn({ form: 'post', test: one, seen }, three)).join()
    expect(next(met('privacy-1-a', 'privacy-2-b'))).toMatch(/^privacy-3-[ab]$/)
    const all = met('privacy-1-a', 'privacy-3-a')
    expect(next(met('privacy-2-b'), all)).toBe('privacy-2-a')
    expect(next(all, met('privacy-2-b'), met('privacy-2-a'))).toMatch(/^privacy-[13]-b$/)
    expect(next(all, met('privacy-2-a'), met('privacy-2-b'), met('privacy-3-b'), met('privacy-1-b'))).toMatch(
      /^privacy-[13]-a$/
    )
    expect(next(met('privacy-3-b'), all, met('privacy-2-a'), met('privacy-2-b'), met('privacy-1-b'))).toBe(
      'privacy-3-b'
    )
  })

  test('shares no question with the three before it while the bank lasts', () => {
    fc.assert(
      fc.property(fc.array(seeds, { minLength: 4, maxLength: 4 }), ([first = '', ...others]) => {
        const seen = [earlier('pre', drawn({ seed: first }))]
        for (const seed of others) seen.push(earlier('post', drawn({ seed, form: 'post', seen })))
        const ids = seen.flatMap((it) => idsOf(it.drawn).filter((id) => id.startsWith('privacy')))
        expect(new Set(ids).size).toBe(8)
      })
    )
  })
})

test('the paper holds each question whole under an id of its own', () => {
  const [first] = bank
  if (!first) throw new Error('The bank is empty')
  expect(paperOf(bank, [{ pairId: first.id, side: 'a' }])).toEqual([
    { id: 'privacy-1-a', pair: 'privacy-1', side: 'a', objective: 'privacy', ...first.a }
  ])
  expect(paperOf(bank, [{ pairId: first.id, side: 'b' }])[0]).not.toHaveProperty('sources')
  expect(() => paperOf(bank, [{ pairId: 'nowhere', side: 'a' }])).toThrow('The test bank holds no pair "nowhere"')
})
