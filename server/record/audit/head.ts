import { sql } from 'kysely'
import { z } from 'zod'
import type { Db } from '../db/schema.ts'

const headSchema = z.strictObject({ seq: z.int().min(0), hash: z.string() })

/** The newest line of the log: its number, 0 where there is none, and its hash. */
export type Head = z.output<typeof headSchema>

/** Where the head stands among the settings. */
export const headName = 'auditHead'

/** The head of a log without lines. */
export const noHead: Head = { seq: 0, hash: '' }

/** @returns the head in the value of its setting, or undefined where that is none. */
export function parseHead(value: string | null): Head | undefined {
  if (value === null) return noHead
  try {
    return headSchema.safeParse(JSON.parse(value)).data
  } catch {
    return undefined
  }
}

/** @returns what the setting says of the head, and the number of the last line there is, both of one moment. */
export async function readHead(db: Db): Promise<{ value: string | null; lastSeq: number }> {
  const { value, lastSeq } = await db
    .selectNoFrom(({ selectFrom }) => [
      selectFrom('setting').select('value').where('name', '=', headName).as('value'),
      selectFrom('auditEvent')
        .select(({ fn }) => fn.coalesce(fn.max('seq'), sql<number>`0`).as('seq'))
        .as('lastSeq')
    ])
    .executeTakeFirstOrThrow()
  return { value, lastSeq: lastSeq ?? 0 }
}
