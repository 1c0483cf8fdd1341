import type { Metadata } from 'next'
import { Link } from '#app/_components/link.tsx'
import { missing } from '#app/_components/missing.ts'
import type { Gap } from '#machines/activity/gap.ts'
import { type DraftSection, isDraftSection } from '#machines/activity/sections.ts'
import { ErrorSummary } from '../../../../_parts/error-summary.tsx'
import { typedAt } from '../../../../_parts/office-door.ts'
import { OfficePage } from '../../../../_parts/office-page.tsx'
import { wordsForGap } from '../../../_words/gap-words.ts'
import { sectionWords } from '../../../_words/section-words.ts'
import { planFor } from '../../plan-for.ts'
import { parseSection } from './parse-section.ts'
import { fieldsFor, type SectionField } from './section-fields.ts'
import { faultWords, SectionForm } from './section-form.tsx'
import { StandsNow } from './stands-now.tsx'

export const metadata: Metadata = { title: 'Activity' }

/** One section of an activity's draft, to fill in. */
export default async function SectionPage({
  params,
  searchParams
}: PageProps<'/manage/activities/[activityId]/sections/[section]'>) {
  const [{ activityId, section }, { notice }] = await Promise.all([params, searchParams])
  if (!isDraftSection(section)) missing()
  const path = `/manage/activities/${activityId}/sections/${section}`
  const { plan, person } = await planFor(activityId, path)
  const { draft, course } = plan.planned
  const typed = typedAt(person, path, notice)
  const fields = fieldsFor(section, draft, course)
  const faults = typed ? faultsIn(section, typed) : []
  const { title, lede } = sectionWords[section]
  return (
    <OfficePage
      over={<Link href={`/manage/activities/${activityId}`}>{draft.title || 'Activity without a title'}</Link>}
      title={title}
      lede={lede}
      notice={notice}
    >
      <ErrorSummary faults={summaryOf(fields, faults)} />
      {typed && notice === 'stale_form' ? <StandsNow fields={fields} typed={typed} /> : null}
      <SectionForm
        activityId={activityId}
        section={section}
        revision={plan.revision}
        fields={fields}
        typed={typed}
        faults={faults}
        gaps={gapsByField(plan.gaps.filter((gap) => gap.section === section))}
      />
    </OfficePage>
  )
}

function faultsIn(section: DraftSection, typed: ReadonlyMap<string, readonly string[]>): string[] {
  const parsed = parseSection(section, typed)
  return 'faults' in parsed ? parsed.faults : []
}

function summaryOf(fields: readonly SectionField[], faults: readonly string[]) {
  return fields
    .filter(({ name }) => faults.includes(name))
    .map(({ name, label, kind }) => ({ field: name, text: `${label}: ${faultWords[kind]}` }))
}

function gapsByField(gaps: readonly Gap[]): Map<string, string> {
  return new Map(
    gaps.map((gap) => {
      const { what, why } = wordsForGap(gap)
      return [gap.field, `${what}. ${why}`]
    })
  )
}
