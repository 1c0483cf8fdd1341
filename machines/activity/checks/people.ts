import { professions } from '#content/professions.ts'
import { disclosureFreshUntil } from '../dates.ts'
import type { Contributor } from '../draft.ts'
import { type Gap, gapIf } from '../gap.ts'
import type { Planned } from '../planned.ts'
import { isSoftwareName } from '../software-names.ts'

/** @returns who is missing among those who planned, wrote and reviewed, and what each of them has not disclosed. */
export function peopleGaps({ contributors, draft, today, latestToday }: Planned): Gap[] {
  const people = contributors.filter(({ name }) => !isSoftwareName(name))
  const has = (...roles: Contributor['roles']) => people.some((person) => person.roles.some((it) => roles.includes(it)))
  return [
    ...gapIf(!has('planner'), 'planner_missing'),
    ...gapIf(!has('reviewer'), 'reviewer_missing'),
    ...gapIf(!has('faculty', 'author'), 'faculty_missing'),
    ...contributors.flatMap(({ name }) => gapIf(isSoftwareName(name), 'software_named', { name })),
    ...contributors.flatMap((person) => disclosureGaps(person, { today, latestToday })),
    ...plannerGaps(people, draft.audience)
  ]
}

function disclosureGaps(person: Contributor, { today, latestToday }: Pick<Planned, 'today' | 'latestToday'>): Gap[] {
  const { name, disclosure, collectedOn, relationships } = person
  if (disclosure === 'missing') return gapIf(true, 'disclosure_missing', { name })
  const freshUntil = collectedOn ? disclosureFreshUntil(collectedOn) : ''
  const unmitigated = relationships.filter(({ isRelevant, mitigation }) => isRelevant && mitigation === '')
  return [
    ...gapIf(collectedOn === '', 'disclosure_undated', { name }),
    ...gapIf(collectedOn > latestToday, 'disclosure_to_come', { name, collectedOn }),
    ...gapIf(freshUntil !== '' && freshUntil < today, 'disclosure_stale', { name, collectedOn }),
    ...gapIf(disclosure === 'relationships' && relationships.length === 0, 'relationships_unnamed', { name }),
    ...gapIf(relationships.length > 0 && person.assessedBy === '', 'disclosure_unassessed', { name }),
    ...unmitigated.flatMap(({ company }) => gapIf(true, 'mitigation_missing', { name, company }))
  ]
}

function plannerGaps(people: readonly Contributor[], audience: Planned['draft']['audience']): Gap[] {
  const planning = people.filter(({ roles }) => roles.includes('planner')).map(({ profession }) => profession)
  const without = professions.filter(({ id }) => audience.includes(id) && !planning.includes(id))
  return gapIf(without.length > 0, 'planner_for_profession_missing', { professions: without.map(({ label }) => label) })
}
