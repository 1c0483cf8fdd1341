import type { RoleId } from './roles.ts'

/** A profession that credit is given to; `role` is the one under which its members take courses here. */
export type Profession = { id: string; label: string; role: RoleId | 'not-listed' }

/** Professions as accreditors tell them apart, which is finer than the roles of a course. */
export const professions = [
  { id: 'physician', label: 'Physician (MD or DO)', role: 'physician' },
  { id: 'physician-assistant', label: 'Physician assistant', role: 'physician-assistant' },
  { id: 'registered-nurse', label: 'Registered nurse', role: 'registered-nurse' },
  { id: 'practical-nurse', label: 'Licensed practical or vocational nurse', role: 'registered-nurse' },
  { id: 'nurse-practitioner', label: 'Advanced practice registered nurse', role: 'nurse-practitioner' },
  { id: 'school-nurse', label: 'School nurse', role: 'school-nurse' },
  { id: 'pharmacist', label: 'Pharmacist', role: 'not-listed' },
  { id: 'pharmacy-technician', label: 'Pharmacy technician', role: 'not-listed' },
  { id: 'social-worker', label: 'Social worker', role: 'social-worker' },
  { id: 'psychologist', label: 'Psychologist', role: 'counselor' },
  { id: 'counselor', label: 'Counselor', role: 'counselor' },
  { id: 'health-educator', label: 'Health education specialist', role: 'community-health-worker' },
  { id: 'dentist', label: 'Dentist', role: 'not-listed' },
  { id: 'dental-hygienist', label: 'Dental hygienist', role: 'dental-hygienist' },
  { id: 'emergency-medical', label: 'Paramedic or EMT', role: 'paramedic' },
  { id: 'medical-assistant', label: 'Medical assistant', role: 'medical-assistant' },
  { id: 'community-health-worker', label: 'Community health worker', role: 'community-health-worker' },
  { id: 'other', label: 'Another profession, or none', role: 'not-listed' }
] as const satisfies readonly Profession[]

export type ProfessionId = (typeof professions)[number]['id']

export const professionIds = professions.map(({ id }) => id) as [ProfessionId, ...ProfessionId[]]
