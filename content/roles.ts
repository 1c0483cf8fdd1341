/** What a role may read about coding: complete codes, categories with the "your note cannot support" line, or nothing. */
export type CodingAccess = 'provider' | 'supporting' | 'none'

export type LearnerRole = {
  id: string
  label: string
  coding: CodingAccess
}

/** The professions a learner may name; a scenario lists the ones it was written for. */
export const learnerRoles = [
  { id: 'registered-nurse', label: 'Registered nurse', coding: 'supporting' },
  { id: 'physician', label: 'Physician', coding: 'provider' },
  { id: 'physician-assistant', label: 'Physician assistant', coding: 'provider' },
  { id: 'nurse-practitioner', label: 'Nurse practitioner', coding: 'provider' },
  { id: 'social-worker', label: 'Social worker', coding: 'supporting' },
  { id: 'counselor', label: 'Counselor or psychologist', coding: 'supporting' },
  { id: 'dental-hygienist', label: 'Dental hygienist', coding: 'supporting' },
  { id: 'paramedic', label: 'Paramedic or EMT', coding: 'supporting' },
  { id: 'school-nurse', label: 'School nurse', coding: 'supporting' },
  { id: 'medical-assistant', label: 'Medical assistant', coding: 'supporting' },
  { id: 'community-health-worker', label: 'Community health worker', coding: 'none' },
  { id: 'registrar', label: 'Registrar or front desk', coding: 'none' },
  { id: 'security', label: 'Security staff', coding: 'none' },
  { id: 'interpreter', label: 'Interpreter', coding: 'none' }
] as const satisfies readonly LearnerRole[]

export type RoleId = (typeof learnerRoles)[number]['id']

/** What the start form sends when a learner's role is not in the list. */
export const roleNotListed = 'not-listed'

export const roleIds = learnerRoles.map((role) => role.id) as [RoleId, ...RoleId[]]

/** @returns the coding access of a role; a role that is not listed reads what supporting staff read. */
export function codingAccessOf(role: string): CodingAccess {
  return learnerRoles.find((known) => known.id === role)?.coding ?? 'supporting'
}
