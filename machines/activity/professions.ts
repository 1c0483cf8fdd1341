import { type ProfessionId, professions } from '#content/professions.ts'

/** @returns the professions that credit is given to, in their order. */
export function listProfessions(): readonly { id: ProfessionId; label: string }[] {
  return professions
}

/** @returns what a profession is called. */
export function professionLabel(id: string): string {
  return professions.find((profession) => profession.id === id)?.label ?? id
}
