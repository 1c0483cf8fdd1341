import type { Course, CoursePart } from '#content/course-schema.ts'

/** A step of a course for one learner: a case by role has become the one case. */
export type Part =
  | Exclude<CoursePart, { kind: 'case' | 'case-by-role' }>
  | { kind: 'case'; id: string; scenario: string; as?: string | undefined }

/** @returns the steps of a course for a profession, in their order. */
export function partsFor({ parts }: Pick<Course, 'parts'>, role: string): Part[] {
  return parts.map((part) => {
    if (part.kind !== 'case-by-role') return part
    const own = part.byRole.find(({ roles }) => roles.some((it) => it === role)) ?? part.otherwise
    return { kind: 'case', id: part.id, scenario: own.scenario, as: own.as }
  })
}

/**
 * @param isHeavy whether a case is hard to take
 * @returns the second of each two heavy cases with neither a lesson nor a lighter case between them
 */
export function heavyInARow(parts: readonly Part[], isHeavy: (scenario: string) => boolean): Part[] {
  const steps = parts.filter((part) => part.kind === 'case' || part.kind === 'lesson')
  return steps.filter((part, index) => {
    const before = steps[index - 1]
    return part.kind === 'case' && before?.kind === 'case' && isHeavy(part.scenario) && isHeavy(before.scenario)
  })
}
