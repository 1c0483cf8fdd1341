import { requirePresence } from '#server/people/accounts/require-presence.ts'
import { record } from '#server/record/db/client.ts'
import type { Asked } from '../door.ts'

/** The path of the page that these doors belong to. */
export const dataPage = '/account/data'

/** Lets pass who has just shown that it is them. Throws as `requirePresence` does. */
export function requirePresent({ person, fields }: Asked, now: Date): Promise<void> {
  return requirePresence(record(), { person, password: fields.get('password')?.[0] ?? '', now })
}
