import { loadEvidence, loadFacilityCard, loadRegistry } from '#content/load.ts'
import { type ProfessionId, professions } from '#content/professions.ts'
import {
  type Contact,
  type Evidence,
  type FacilityCard,
  type FacilityField,
  facilityCardSchema,
  facilityFields,
  isConfirmed,
  type Registry
} from '#content/registry-schema.ts'
import { type LearnerRole, learnerRoles, roleNotListed } from '#content/roles.ts'

/** One place on the facility card: what is known, and what to find out where it is blank. */
export type FacilityLine = {
  id: FacilityField
  label: string
  find: string
  name?: string | undefined
  phone?: string | undefined
  hours?: string | undefined
  note?: string | undefined
  checkedOn?: string | undefined
  checkedBy?: string | undefined
}

/** The operator's card. `faults` says what is wrong with the file where it cannot be read; then every line is blank. */
export type Facility = { name?: string | undefined; lines: FacilityLine[]; faults: string[] }

let registry: Registry | undefined
let evidence: Evidence | undefined
let numbers: Map<string, number> | undefined

/** @returns the reviewed facts that shipped, read once; throws where an entry is at fault. */
export function getRegistry(): Registry {
  registry ??= loadRegistry()
  return registry
}

/** @returns the dated statements and corrections about the evidence, read once. */
export function getEvidence(): Evidence {
  evidence ??= loadEvidence()
  return evidence
}

/** @returns a contact by its id, or undefined. */
export function findContact(id: string): Contact | undefined {
  return getRegistry().contacts.find((contact) => contact.id === id)
}

/** @returns whether a contact may be shown without "not confirmed: test before relying". */
export function isContactConfirmed(contact: Contact): boolean {
  return isConfirmed(contact)
}

/** @returns the place of a source in the list of all sources, counted from 1; undefined for an id that is not in it. */
export function findSourceNumber(id: string): number | undefined {
  numbers ??= new Map(getRegistry().sources.map((source, index) => [source.id, index + 1]))
  return numbers.get(id)
}

/** @returns the professions a learner may name, with the answer for one that is missing first. */
export function listRoles(): readonly Pick<LearnerRole, 'id' | 'label'>[] {
  return [{ id: roleNotListed, label: 'Not listed or unknown' }, ...learnerRoles]
}

/** @returns the professions that credit is given to, as accreditors tell them apart. */
export function listProfessions(): readonly { id: ProfessionId; label: string }[] {
  return professions
}

/** @returns the facility card of `dataDir`, read anew so that a correction shows at once. */
export function readFacility(dataDir: string): Facility {
  const { card, faults } = cardOf(dataDir)
  return { ...facilityOf(card), faults }
}

/** @returns a card with all its lines, the blank ones too. */
export function facilityOf(card: FacilityCard): Facility {
  return { name: card.facility, lines: facilityFields.map((field) => ({ ...field, ...card[field.id] })), faults: [] }
}

function cardOf(dataDir: string) {
  try {
    return { card: loadFacilityCard(dataDir), faults: [] }
  } catch (fault) {
    const text = fault instanceof Error ? fault.message : String(fault)
    return { card: facilityCardSchema.parse({}), faults: text.split('\n').map(withoutFolder) }
  }
}

/** Keeps the server's own folders off the page. */
function withoutFolder(line: string): string {
  return line.replace(/^.*facility\.yaml/, 'facility.yaml')
}
