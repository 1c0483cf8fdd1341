import { z } from 'zod'
import type { ActivityContent } from '#machines/activity/version.ts'
import { AppError } from '#server/errors.ts'
import { type Actor, requireCan } from '#server/people/auth/permissions.ts'
import { appendAudit } from '#server/record/audit/append-audit.ts'
import { inTransaction } from '#server/record/db/client.ts'
import type { Db } from '#server/record/db/schema.ts'
import type { SignOffTable } from '#server/record/db/schema-credit.ts'
import { newId } from '#server/record/ids.ts'
import type { Shelf } from '../activities/contents.ts'
import { listContents } from './list-contents.ts'

const words = z
  .string()
  .trim()
  .regex(/^\P{Cc}*$/u)

/** Who reads a piece, as it is shown; a reader with lived experience may go by a chosen name. */
const readerSchema = z.strictObject({
  capacity: z.enum(['clinician', 'lived-experience', 'coder']),
  reviewerName: words.min(1).max(120),
  reviewerCredentials: words.max(120),
  note: words.max(600)
})
export type Reader = z.input<typeof readerSchema>

/** `contents` are the pieces that the page showed; they are held against those on the `shelf` now. */
export type Signing = {
  actor: Actor
  organizationId: string
  contents: readonly ActivityContent[]
  reader: Reader
  now: Date
  shelf?: Shelf
}

/**
 * Keeps a reviewer's own signature under one or several pieces, of today. Signing the same again changes nothing.
 * @throws `not_allowed`, `form_incomplete`, `choose_one` where nothing is chosen, `content_changed` where a piece is no
 *   longer here in the version that was shown
 */
export async function signContents(db: Db, signing: Signing): Promise<void> {
  const { actor, organizationId, now } = signing
  requireCan(actor, 'content.signOff', { organizationId })
  const stamp = { reviewerId: actor.userId, signedOn: now.toISOString().slice(0, 10) }
  const kept = { ...readerOf(signing), ...stamp }
  await inTransaction(db, (db) => keep(db, signing, kept))
}

/** A signature given on paper: the day on it, and why it is not given here. */
export type PaperSigning = Signing & { signedOn: string; reason: string }

/**
 * Keeps a signature that a reviewer gave on paper, marked as recorded by the office.
 * @throws what `signContents` throws, `second_factor_needed`, and `reason_missing`
 */
export async function recordSignatures(db: Db, signing: PaperSigning): Promise<void> {
  const { actor, organizationId, signedOn, now } = signing
  requireCan(actor, 'activity.edit', { organizationId })
  const reader = readerOf(signing)
  const reason = signing.reason.trim()
  if (reason === '') throw new AppError('reason_missing')
  const isPast = z.iso.date().safeParse(signedOn).success && signedOn <= now.toISOString().slice(0, 10)
  if (!isPast || reason.length > 600) throw new AppError('form_incomplete')
  await inTransaction(db, (db) => keep(db, signing, { ...reader, reviewerId: null, signedOn }, reason))
}

function readerOf({ contents, reader }: Signing): z.output<typeof readerSchema> {
  if (contents.length === 0) throw new AppError('choose_one')
  const { data } = readerSchema.safeParse(reader)
  if (!data) throw new AppError('form_incomplete')
  return data
}

function isSame(one: ActivityContent, other: ActivityContent): boolean {
  return one.kind === other.kind && one.id === other.id && one.version === other.version && one.hash === other.hash
}

type Kept = z.output<typeof readerSchema> & Pick<SignOffTable, 'reviewerId' | 'signedOn'>

async function keep(db: Db, signing: Signing, kept: Kept, reason?: string): Promise<void> {
  const here = await listContents(db, signing.organizationId, signing.shelf)
  const isHere = (content: ActivityContent) => here.some((each) => !each.isWithdrawn && isSame(each, content))
  if (!signing.contents.every(isHere)) throw new AppError('content_changed')
  for (const content of signing.contents) {
    const row = rowOf(content, signing, kept)
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('signOff')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow()
    if (Number(numInsertedOrUpdatedRows) === 1) await audit(db, signing, row, reason)
  }
}

function rowOf(
  content: ActivityContent,
  { actor, organizationId, now }: Signing,
  { note, ...kept }: Kept
): SignOffTable {
  return {
    id: newId(),
    organizationId,
    contentKind: content.kind,
    contentId: content.id,
    contentVersion: content.version,
    contentHash: content.hash,
    ...kept,
    note: note === '' ? null : note,
    recordedBy: actor.userId,
    recordedAt: now.toISOString()
  }
}

function audit(db: Db, { actor, organizationId, now }: Signing, row: SignOffTable, reason?: string): Promise<void> {
  return appendAudit(db, {
    organizationId,
    actorId: actor.userId,
    act: row.reviewerId === null ? 'signOff.recorded' : 'signOff.signed',
    subject: { kind: 'signOff', id: row.id },
    ...(reason !== undefined && { reason }),
    details: auditedContent(row),
    now
  })
}

/** @returns what the log says of a signature: of which content and in which capacity, never whose name it shows. */
export function auditedContent(row: SignOffTable): Record<string, string | number> {
  const { contentKind, contentId, contentVersion, contentHash, capacity, signedOn } = row
  return { kind: contentKind, content: contentId, version: contentVersion, hash: contentHash, capacity, signedOn }
}
