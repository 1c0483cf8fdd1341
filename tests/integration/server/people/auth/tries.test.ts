import { describe, expect, test } from 'vitest'
import { countTry, forgetTries, requireTry } from '#server/people/auth/tries.ts'
import { night } from '#tests/helpers/attempts.ts'
import { engines, openConnections, useRecord } from '#tests/helpers/db.ts'

const window = 15 * 60_000
const past = (milliseconds: number) => new Date(night.getTime() + milliseconds)

describe.each(engines)('%s', (engine) => {
  const record = useRecord(engine)
  const guess = (now: Date, whose = 'kim@example.org') => requireTry(record.db, { act: 'password', whose, now })

  test('a window ends by itself, however often somebody goes on trying', async () => {
    for (let tries = 0; tries < 10; tries += 1) await guess(past(tries))
    for (let tries = 10; tries < 30; tries += 1)
      await expect(guess(past(tries * 20_000))).rejects.toMatchObject({ code: 'too_many_tries' })
    await expect(guess(past(window - 1))).rejects.toMatchObject({ code: 'too_many_tries' })
    await guess(past(window))
  })

  test('tries made at once are counted one by one', async () => {
    await openConnections(record.db)
    const made = await Promise.allSettled(Array.from({ length: 40 }, () => guess(night)))
    expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(10)
  })

  test('each address, and each act, is counted apart; a right one begins anew', async () => {
    for (let tries = 0; tries < 10; tries += 1) await guess(night)
    await guess(night, 'lee@example.org')
    await requireTry(record.db, { act: 'mail', whose: 'kim@example.org', now: night })
    await forgetTries(record.db, { act: 'password', whose: ' Kim@Example.org ' })
    await guess(night)
  })

  test('addresses are kept as a hash, and old counts are forgotten', async () => {
    await guess(night)
    const rows = await record.db.selectFrom('rateLimit').selectAll().execute()
    expect(rows).toEqual([
      { id: expect.any(String), key: expect.stringMatching(/^[0-9a-f]{64}$/), count: 1, lastRequest: night.getTime() }
    ])
    await guess(past(5 * window), 'lee@example.org')
    expect(await record.db.selectFrom('rateLimit').select('count').execute()).toEqual([{ count: 1 }])
  })

  test('says how long to wait', async () => {
    const count = (now: Date) => countTry(record.db, { key: 'a', most: 1, window: 60_000, now })
    expect(await count(night)).toEqual({ isAllowed: true, waitSeconds: 60 })
    expect(await count(past(15_500))).toEqual({ isAllowed: false, waitSeconds: 45 })
  })
})
