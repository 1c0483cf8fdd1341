import type { EncryptionKey } from '#server/env.ts'
import type { Actor } from '#server/people/auth/permissions.ts'
import type { Db } from '#server/record/db/schema.ts'
import { type NumberKind, numberKinds } from './identifiers.ts'
import { sealingKeys } from './keyring.ts'
import { openLicenses, openNumbers } from './open-numbers.ts'

/** What a person is shown of their own numbers: the last two signs of each, or none of a short one. */
export type Masked = {
  numbers: Partial<Record<NumberKind, string>>
  licenses: { id: string; state: string; board: string; kind: string; ending: string }[]
}

/** @returns one's own numbers with all but their ends hidden, for one's own page; the log says nothing of it. */
export async function maskIdentifiers(
  db: Db,
  { actor, keys = sealingKeys() }: { actor: Actor; keys?: EncryptionKey[] }
): Promise<Masked> {
  const numbers = await openNumbers(db, actor.userId, keys)
  const licenses = await openLicenses(db, actor.userId, keys)
  const shown = numberKinds.flatMap((kind) => {
    const number = numbers[kind]
    return number === undefined ? [] : [[kind, kind === 'birthMonthDay' ? '' : endOf(number)] as const]
  })
  return {
    numbers: Object.fromEntries(shown),
    licenses: licenses.map(({ number, ...license }) => ({ ...license, ending: endOf(number) }))
  }
}

function endOf(number: string): string {
  return number.length > 4 ? number.slice(-2) : ''
}
