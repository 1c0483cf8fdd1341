import type { Member } from '#server/people/organizations/queries.ts'

type Role = Member['roles'][number]

/** What a role is called, and what whoever holds it may do. */
export const roleWords: Record<Role, { name: string; may: string }> = {
  learner: { name: 'Learner', may: 'takes what is offered and assigned, and claims credit' },
  facilitator: { name: 'Facilitator', may: 'leads workshops' },
  author: { name: 'Author', may: 'reads content before it is offered' },
  reviewer: { name: 'Reviewer', may: 'reads content and signs it off' },
  coordinator: { name: 'Coordinator', may: 'runs activities, credit, certificates and reports; needs a second factor' },
  manager: { name: 'Manager', may: 'sees who of a department is done and who is due' },
  admin: { name: 'Administrator', may: 'gives roles and edits the organization; needs a second factor' }
}

/** @returns the roles somebody holds, in words. */
export function rolesInWords(roles: readonly Role[]): string {
  return roles.map((role) => roleWords[role].name).join(', ')
}
