import type { SignOff } from '#content/schema.ts'
import type { ActivityContent } from '#machines/activity/version.ts'
import type { Db } from '#server/record/db/schema.ts'
import type { ReviewCapacity, SignOffTable } from '#server/record/db/schema-credit.ts'
import { ownShelf, type Shelf } from '../activities/contents.ts'
import { fileSignOffs } from './file-reviews.ts'

/** Those who read a piece of content before it carries credit. */
export const reviewCapacities = ['clinician', 'lived-experience', 'coder'] as const satisfies readonly ReviewCapacity[]

/** Where a signature stands: given here by its reader, taken from paper by the office, or written in the content's file. */
export type SignedIn = 'here' | 'office' | 'file'

/** One signature for exactly this version and hash. `id` and `reviewerId` are null for one in a file. */
export type Signature = {
  id: string | null
  reviewerId: string | null
  capacity: ReviewCapacity
  reviewerName: string
  reviewerCredentials: string
  signedOn: string
  note: string | null
  signedIn: SignedIn
}

/**
 * How one piece of content stands. `missing`: capacities in which nobody has signed this version and hash. `mustChange`:
 * readers whose last word in the file is that it must change; while there is one, the content is not ready.
 */
export type ContentSignOffs = {
  content: ActivityContent
  signatures: Signature[]
  missing: ReviewCapacity[]
  mustChange: { by: string; note: string | null }[]
}

/**
 * @returns for each content, in the order given, who signed exactly this version and hash for this organization: the
 * signatures recorded here together with those of the content's own file
 */
export async function signOffsFor(
  db: Db,
  organizationId: string,
  contents: readonly ActivityContent[],
  shelf: Shelf = ownShelf()
): Promise<ContentSignOffs[]> {
  const rows = await db
    .selectFrom('signOff')
    .selectAll()
    .where('organizationId', '=', organizationId)
    .orderBy('signedOn')
    .orderBy('id')
    .execute()
  const byContent = Map.groupBy(rows, (row) => keyOf(rowContent(row)))
  return contents.map((content) =>
    standingOf(content, byContent.get(keyOf(content)) ?? [], fileSignOffs(shelf, content))
  )
}

/** A signature kept here, of whichever version. */
export type KeptSignature = Signature & { content: ActivityContent }

/** @returns every signature that an organization keeps here, the newest first. */
export async function listSignatures(db: Db, organizationId: string): Promise<KeptSignature[]> {
  const rows = await db
    .selectFrom('signOff')
    .selectAll()
    .where('organizationId', '=', organizationId)
    .orderBy('recordedAt', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...fromRow(row), content: rowContent(row) }))
}

/** @returns whether a content may carry credit: signed in every capacity, and nobody says that it must change. */
export function isSignedOff({ missing, mustChange }: Pick<ContentSignOffs, 'missing' | 'mustChange'>): boolean {
  return missing.length === 0 && mustChange.length === 0
}

function standingOf(
  content: ActivityContent,
  rows: readonly SignOffTable[],
  file: readonly SignOff[]
): ContentSignOffs {
  const approved = file.filter(({ verdict }) => verdict === 'approved')
  const signatures = [...approved.flatMap(fromFile), ...rows.map(fromRow)]
  return {
    content,
    signatures,
    missing: reviewCapacities.filter((capacity) => signatures.every((signature) => signature.capacity !== capacity)),
    mustChange: file
      .filter(({ verdict }) => verdict === 'must-change')
      .map(({ by, note }) => ({ by, note: note ?? null }))
  }
}

// Counsel signs in files as well; credit does not ask for it.
function fromFile({ by, capacity, on, note }: SignOff): Signature[] {
  if (capacity === 'counsel') return []
  const signature = { capacity, reviewerName: by, reviewerCredentials: '', signedOn: on, note: note ?? null }
  return [{ id: null, reviewerId: null, ...signature, signedIn: 'file' }]
}

function fromRow(row: SignOffTable): Signature {
  const { id, reviewerId, capacity, reviewerName, reviewerCredentials, signedOn, note } = row
  const signedIn = reviewerId === null ? 'office' : 'here'
  return { id, reviewerId, capacity, reviewerName, reviewerCredentials, signedOn, note, signedIn }
}

function rowContent({ contentKind, contentId, contentVersion, contentHash }: SignOffTable): ActivityContent {
  return { kind: contentKind, id: contentId, version: contentVersion, hash: contentHash }
}

function keyOf({ kind, id, version, hash }: ActivityContent): string {
  return JSON.stringify([kind, id, version, hash])
}
