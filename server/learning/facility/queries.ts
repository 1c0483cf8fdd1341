import { loadFacilityCard } from '#content/load.ts'
import { type FacilityCard, facilityCardSchema } from '#content/registry-schema.ts'
import { type Facility, facilityOf, readFacility } from '#server/learning/reference/queries.ts'
import type { Db } from '#server/record/db/schema.ts'

/** An organization's own card, and the last edit of it. `updatedBy` is the editor's name while they have an account. */
export type EditedCard = { card: FacilityCard; revision: number; updatedAt: string; updatedBy: string | null }

/** @returns the card that was edited here for an organization, or undefined. */
export async function findEditedCard(db: Db, organizationId: string): Promise<EditedCard | undefined> {
  const row = await db
    .selectFrom('facilityEdit')
    .leftJoin('user', 'user.id', 'facilityEdit.updatedBy')
    .select(['facilityEdit.document', 'facilityEdit.revision', 'facilityEdit.updatedAt', 'user.name'])
    .where('facilityEdit.organizationId', '=', organizationId)
    .executeTakeFirst()
  if (!row) return undefined
  const { document, revision, updatedAt, name } = row
  return { card: cardIn(document), revision, updatedAt, updatedBy: name }
}

/** @returns the card of the installation's file, blank where there is none or it is at fault. */
export function fileCard(dataDir: string): FacilityCard {
  try {
    return loadFacilityCard(dataDir)
  } catch {
    return facilityCardSchema.parse({})
  }
}

/** Who reads a card: their organizations, none without an account, and the one they chose. */
export type CardReader = { organizationIds: readonly string[]; chosen?: string | undefined }

/**
 * @returns the card that somebody sees: that of their organization, the chosen one before the first by name; without an
 * organization that of the only one here (a demonstration aside) whose card was edited; else that of the file
 */
export async function facilityFor(db: Db, dataDir: string, reader: CardReader): Promise<Facility> {
  const edited = await listEdited(db)
  const document = reader.organizationIds.length > 0 ? ownOf(edited, reader) : onlyOf(edited)
  return document === undefined ? readFacility(dataDir) : facilityOf(cardIn(document))
}

type Edited = { organizationId: string; isDemonstration: number; document: string }

function listEdited(db: Db): Promise<Edited[]> {
  return db
    .selectFrom('facilityEdit')
    .innerJoin('organization', 'organization.id', 'facilityEdit.organizationId')
    .select(['facilityEdit.organizationId', 'facilityEdit.document', 'organization.isDemonstration'])
    .orderBy('organization.name')
    .orderBy('organization.id')
    .execute()
}

function ownOf(edited: readonly Edited[], { organizationIds, chosen }: CardReader): string | undefined {
  const isChosen = chosen !== undefined && organizationIds.includes(chosen)
  const ids = isChosen ? [chosen] : organizationIds
  return edited.find(({ organizationId }) => ids.includes(organizationId))?.document
}

function onlyOf(edited: readonly Edited[]): string | undefined {
  const [only, ...others] = edited.filter(({ isDemonstration }) => isDemonstration === 0)
  return others.length === 0 ? only?.document : undefined
}

function cardIn(document: string): FacilityCard {
  return facilityCardSchema.parse(JSON.parse(document))
}
