import { z } from 'zod'
import { professionIds } from '#content/professions.ts'
import { AppError } from '#server/errors.ts'
import { type Actor, requireCan } from '#server/people/auth/permissions.ts'
import { appendAudit } from '#server/record/audit/append-audit.ts'
import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'

const line = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .regex(/^[^\p{Cc}]*$/u)
const orNull = (text: string) => (text === '' ? null : text)

/** What a profile may say. Names are kept as typed, in any script; an empty field that may be empty is null. */
export const profileSchema = z.strictObject({
  givenName: line(100).min(1),
  familyName: line(100).min(1),
  credentials: line(100).transform(orNull),
  profession: z.enum(professionIds).nullable(),
  employeeId: line(60).transform(orNull),
  timeZone: z.string().refine(isTimeZone).nullable(),
  consentsToReport: z.boolean()
})
export type ProfileText = z.output<typeof profileSchema>

/** Writes what an account says of itself; the log learns that it changed, not what it says. */
export async function saveProfile(
  db: Db,
  { actor, profile, now }: { actor: Actor; profile: ProfileText; now: Date }
): Promise<void> {
  const { userId } = actor
  requireCan(actor, 'profile.edit', { organizationId: null, ownerId: userId })
  const row = { ...profile, consentsToReport: profile.consentsToReport ? 1 : 0, updatedAt: now.toISOString() }
  return inTransaction(db, async (db) => {
    await db
      .insertInto('profile')
      .values({ userId, ...row })
      .onConflict((conflict) => conflict.column('userId').doUpdateSet(row))
      .execute()
    const subject = { kind: 'user', id: userId }
    const details = { consentsToReport: profile.consentsToReport }
    await appendAudit(db, { organizationId: null, actorId: userId, act: 'profile.saved', subject, details, now })
  })
}

/** Writes an employee's number alone, where a credit asks for it. */
export async function saveEmployeeId(
  db: Db,
  { actor, employeeId, now }: { actor: Actor; employeeId: string; now: Date }
): Promise<void> {
  const { userId } = actor
  requireCan(actor, 'profile.edit', { organizationId: null, ownerId: userId })
  const parsed = line(60).min(1).safeParse(employeeId)
  if (!parsed.success) throw new AppError('number_wrong')
  const row = { employeeId: parsed.data, updatedAt: now.toISOString() }
  return inTransaction(db, async (db) => {
    await db
      .insertInto('profile')
      .values({ userId, givenName: '', familyName: '', consentsToReport: 0, ...row })
      .onConflict((conflict) => conflict.column('userId').doUpdateSet(row))
      .execute()
    const subject = { kind: 'user', id: userId }
    await appendAudit(db, { organizationId: null, actorId: userId, act: 'profile.saved', subject, now })
  })
}

/** @returns whether this server knows a time zone by this name. */
export function isTimeZone(name: string): boolean {
  return Intl.supportedValuesOf('timeZone').includes(name) || name === 'UTC'
}
