import type { Db } from '#server/record/db/schema.ts'

type Waiting<Item, Result> = { item: Item; isDone: (result: Result) => void; hasFailed: (cause: unknown) => void }

/** How long the first of a group waits at most for more to come, in milliseconds. */
const longest = 20

/**
 * Makes one work of many small ones in the same room: whatever arrives while one group is at work makes up the next, so
 * that hundreds of phones cost a handful of questions and commits.
 * @param work does a group, and returns a result for each of its items in their order
 * @returns a function that adds one item and waits for its result
 */
export function inGroups<Item, Result>(
  work: (db: Db, roomId: string, items: readonly Item[]) => Promise<readonly Result[]>
): (db: Db, roomId: string, item: Item) => Promise<Result> {
  const rooms = new Map<string, Waiting<Item, Result>[]>()

  async function workOff(db: Db, roomId: string, waiting: Waiting<Item, Result>[]): Promise<void> {
    while (waiting.length > 0) {
      await gathered(waiting)
      await workGroup(db, roomId, waiting.splice(0), work)
    }
    rooms.delete(roomId)
  }

  return (db, roomId, item) =>
    new Promise((isDone, hasFailed) => {
      const known = rooms.get(roomId)
      if (known) return void known.push({ item, isDone, hasFailed })
      const waiting = [{ item, isDone, hasFailed }]
      rooms.set(roomId, waiting)
      void workOff(db, roomId, waiting)
    })
}

// A file's commit holds up all else, so nothing arrives meanwhile: those of one burst wait for each other a little.
async function gathered(waiting: readonly unknown[]): Promise<void> {
  const latest = performance.now() + longest
  for (let before = 0; waiting.length > before && performance.now() < latest; ) {
    before = waiting.length
    for (let turns = 0; turns < 2; turns += 1) await new Promise((next) => setImmediate(next))
  }
}

async function workGroup<Item, Result>(
  db: Db,
  roomId: string,
  group: readonly Waiting<Item, Result>[],
  work: (db: Db, roomId: string, items: readonly Item[]) => Promise<readonly Result[]>
): Promise<void> {
  try {
    const results = await work(
      db,
      roomId,
      group.map(({ item }) => item)
    )
    // The work gives one result for each item, which no type says.
    for (const [index, { isDone }] of group.entries()) isDone(results[index] as Result)
  } catch (cause) {
    for (const { hasFailed } of group) hasFailed(cause)
  }
}

/** Splits rows into parts, so that a statement stays one of few that a database has to prepare. */
export function inParts<Row>(rows: readonly Row[], size = 50): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, index) =>
    rows.slice(index * size, (index + 1) * size)
  )
}
