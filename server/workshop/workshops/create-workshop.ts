import type { Agenda } from '#content/workshop-schema.ts'
import { AppError } from '#server/errors.ts'
import type { Db } from '#server/record/db/schema.ts'
import { newId } from '#server/record/ids.ts'
import type { Host } from './host.ts'

/**
 * Saves a copy of an agenda, which can then be changed without changing the one that ships.
 * @param organizationId whose it is; null on a laptop that serves a room by itself
 * @returns the workshop's id
 * @throws `not_allowed`
 */
export async function createWorkshop(
  db: Db,
  { host, organizationId, agenda, now }: { host: Host; organizationId: string | null; agenda: Agenda; now: Date }
): Promise<string> {
  const isAllowed = organizationId === null ? host.isLocal : host.organizationIds.includes(organizationId)
  if (!isAllowed) throw new AppError('not_allowed')
  const id = newId()
  const at = now.toISOString()
  await db
    .insertInto('workshop')
    .values({
      id,
      organizationId,
      title: agenda.title,
      agenda: JSON.stringify(agenda),
      revision: 1,
      activityId: null,
      supportPerson: null,
      createdBy: host.person?.userId ?? null,
      createdAt: at,
      updatedAt: at
    })
    .execute()
  return id
}
