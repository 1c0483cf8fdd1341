import { z } from 'zod'
import { type Agenda, agendaItemSchema, agendaSchema } from '#content/workshop-schema.ts'
import { AppError } from '#server/errors.ts'
import type { Db } from '#server/record/db/schema.ts'
import type { WorkshopTable } from '#server/record/db/schema-workshop.ts'
import { isId } from '#server/record/ids.ts'
import type { Host } from './host.ts'

/** A saved workshop with its agenda. */
export type Workshop = Omit<WorkshopTable, 'agenda'> & { agenda: Agenda }

/** A session that was held or is on, by day. */
export type Session = { id: string; code: string; openedOn: string; endedAt: string | null; isRehearsal: boolean }

/** An agenda as an office may cut it: one block is enough. */
export const savedAgendaSchema = agendaSchema.extend({ items: z.array(agendaItemSchema).min(1) })

/** @returns a workshop of this host. Throws `workshop_not_found`, also for somebody else's. */
export async function getWorkshop(db: Db, host: Host, workshopId: string): Promise<Workshop> {
  const row = isId(workshopId)
    ? await db.selectFrom('workshop').selectAll().where('id', '=', workshopId).executeTakeFirst()
    : undefined
  if (!row || !isOf(host, row)) throw new AppError('workshop_not_found')
  return fromRow(row)
}

/** @returns the workshops of this host, the newest first. */
export async function listWorkshops(db: Db, host: Host): Promise<Workshop[]> {
  const rows = await db.selectFrom('workshop').selectAll().orderBy('updatedAt', 'desc').orderBy('id').execute()
  return rows.filter((row) => isOf(host, row)).map(fromRow)
}

/** @returns the sessions of a workshop, the newest first. */
export async function listSessions(db: Db, workshopId: string): Promise<Session[]> {
  const rows = await db
    .selectFrom('room')
    .select(['id', 'code', 'openedOn', 'endedAt', 'isRehearsal'])
    .where('workshopId', '=', workshopId)
    .orderBy('openedOn', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, isRehearsal: row.isRehearsal === 1 }))
}

function isOf(host: Host, { organizationId }: Pick<WorkshopTable, 'organizationId'>): boolean {
  return organizationId === null ? host.isLocal : host.organizationIds.includes(organizationId)
}

function fromRow({ agenda, ...row }: WorkshopTable): Workshop {
  const parsed = savedAgendaSchema.safeParse(JSON.parse(agenda))
  if (!parsed.success) throw new AppError('log_corrupt', { cause: parsed.error, where: { workshop: row.id } })
  return { ...row, agenda: parsed.data }
}
