import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { openRecord } from '#server/record/db/client.ts'
import { migrate } from '#server/record/db/migrate.ts'
import { aDatabase, engines } from '#tests/helpers/db.ts'

const run = promisify(execFile)
const program = "const { migrate } = await import('#server/record/db/migrate.ts'); await migrate(process.argv[1])"

describe.each(engines)('%s', (engine) => {
  test('three processes that migrate an empty database at once all find it ready', async () => {
    const place = await aDatabase(engine)
    const migrating = () => run(process.execPath, ['--input-type=module', '-e', program, place.url])
    await Promise.all([migrating(), migrating(), migrating()])
    const db = openRecord(place.url)
    expect(await db.selectFrom('attempt').selectAll().execute()).toEqual([])
    await db.destroy()
    await place.drop()
  })

  test('a second migration changes nothing', async () => {
    const place = await aDatabase(engine)
    await migrate(place.url)
    const db = openRecord(place.url)
    await db.insertInto('stream').values({ id: 'a', kind: 'attempt', lastSeq: 0 }).execute()
    await migrate(place.url)
    expect(await db.selectFrom('stream').selectAll().execute()).toEqual([{ id: 'a', kind: 'attempt', lastSeq: 0 }])
    await db.destroy()
    await place.drop()
  })
})
