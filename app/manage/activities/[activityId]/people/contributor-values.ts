import type { Contributor } from '#machines/activity/draft.ts'
import type { Typed } from '#server/kept-forms.ts'

/** What stands in the fields of one relationship; all of them empty in a spare row. */
export type RelationshipValues = { company: string; nature: string; relevant: string; mitigation: string }

/** What stands in the fields of a person's form. */
export type ContributorValues = Record<(typeof lines)[number], string> & {
  roles: readonly string[]
  relationships: readonly RelationshipValues[]
}

const lines = ['name', 'credentials', 'employer', 'profession', 'disclosure', 'collectedOn', 'assessedBy'] as const
const spareRows = 2
const mostRows = 20

/** The form of somebody new. */
export const blankValues: ContributorValues = {
  name: '',
  credentials: '',
  employer: '',
  profession: '',
  disclosure: 'missing',
  collectedOn: '',
  assessedBy: '',
  roles: [],
  relationships: withSpare([])
}

/** @returns a person as their form shows them. */
export function valuesOf({ relationships, ...person }: Omit<Contributor, 'id'>): ContributorValues {
  const rows = relationships.map(({ isRelevant, ...row }) => ({ ...row, relevant: isRelevant ? 'yes' : 'no' }))
  return { ...person, relationships: withSpare(rows) }
}

/** @returns what was typed into a form that was refused. */
export function typedValues(typed: Typed): ContributorValues {
  const found = { ...blankValues, roles: typed.get('roles') ?? [] }
  for (const name of lines) found[name] = typed.get(name)?.[0] ?? ''
  return { ...found, relationships: withSpare(rowsIn(typed)) }
}

/** @returns the relationships of a posted form in which anything is written. */
export function rowsIn(typed: Typed): RelationshipValues[] {
  const rows = Array.from({ length: mostRows }, (_, index) => {
    const value = (name: string) => typed.get(`relationships.${index}.${name}`)?.[0]?.trim() ?? ''
    return {
      company: value('company'),
      nature: value('nature'),
      relevant: value('relevant'),
      mitigation: value('mitigation')
    }
  })
  return rows.filter(({ company, nature, mitigation }) => `${company}${nature}${mitigation}` !== '')
}

function withSpare(rows: readonly RelationshipValues[]): RelationshipValues[] {
  const spare = { company: '', nature: '', relevant: '', mitigation: '' }
  return [...rows, ...Array.from({ length: spareRows }, () => spare)].slice(0, mostRows)
}
