import { hundredthsText } from './amount.ts'
import { statementOf } from './checks/credit.ts'
import type { ActivityDraft } from './draft.ts'
import type { CreditOffering } from './offering.ts'
import type { Planned } from './planned.ts'
import { draftSections, type Section, sections } from './sections.ts'
import { fillStatement } from './statement.ts'
import type { ActivityVersion } from './version.ts'

/** How accreditors name the two formats. */
export const formatWords = { enduring: 'enduring material', live: 'live activity' } as const

/** What a version says, apart from its number and its day. */
export type Frozen = Omit<ActivityVersion, 'version' | 'openedOn'>

type Around = Pick<ActivityVersion, 'activityId' | 'organization' | 'signOffs'>

/** @returns an activity as it would be opened now: with the texts of its statements filled in, and every objective told. */
export function freeze(planned: Planned, { activityId, organization, signOffs }: Around): Frozen {
  const { course, draft, offerings, contributors, contents } = planned
  return {
    activityId,
    organization,
    course: { id: course.id, version: course.version, title: course.title },
    test: course.test && { items: course.test.items, passMark: draft.passMark },
    hasEvaluation: course.hasEvaluation,
    contentTags: [...course.contentTags],
    contents: contents.map(({ content }) => content),
    draft: { ...draft, objectives: toldObjectives(planned) },
    offerings: offerings.map((offering) => ({ ...offering, statementText: filledStatement(offering, planned) })),
    contributors: [...contributors],
    signOffs
  }
}

/** @returns the objectives in the course's order, in the office's words where it has some. */
export function toldObjectives({ draft, course }: Pick<Planned, 'draft' | 'course'>): ActivityDraft['objectives'] {
  return course.objectives.map(({ objective, text }) => {
    const own = draft.objectives.find((it) => it.objective === objective)?.text
    return { objective, text: own || text }
  })
}

function filledStatement(offering: CreditOffering, { statements, draft }: Planned): string {
  return fillStatement(statementOf(offering, statements)?.text ?? '', {
    provider: draft.provider.name,
    amount: offering.maxHundredths === null ? '' : hundredthsText(offering.maxHundredths),
    format: formatWords[offering.deliveryFormat]
  })
}

/** @returns the steps in which what would be opened now differs from what is open, in their order. */
export function changedSections(open: Frozen, now: Frozen): Section[] {
  return sections.filter((section) => asText(partOf(open, section)) !== asText(partOf(now, section)))
}

/** @returns a value as JSON with the names of every object in order, so that equal values give equal texts. */
export function asText(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part
  )
}

function partOf(frozen: Frozen, section: Section): unknown {
  if (section === 'people') return frozen.contributors
  if (section === 'credits') return frozen.offerings
  if (section === 'content') return [frozen.course, frozen.contents, frozen.signOffs, frozen.test, frozen.hasEvaluation]
  return draftSections[section].map((field) => frozen.draft[field])
}
