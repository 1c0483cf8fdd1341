import { listRoles } from '#server/learning/reference/queries.ts'

/** @returns the profession that an address names, if there is such a one. */
export function roleIn(role: string | string[] | undefined): string | undefined {
  return listRoles().find(({ id }) => id === role)?.id
}
