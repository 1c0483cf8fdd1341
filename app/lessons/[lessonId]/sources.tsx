import type { Source } from '#content/registry-schema.ts'
import type { ServedLesson } from '#server/learning/lessons/served.ts'
import { findSourceNumber, getRegistry } from '#server/learning/reference/queries.ts'
import { Day } from '../../_components/day.tsx'
import { Link } from '../../_components/link.tsx'
import { Section } from '../../_components/page.tsx'
import { ReferenceList } from '../../_components/reference-list.tsx'
import { SignOffs } from '../../_components/sign-offs.tsx'

/** Who has read a lesson, when it is due again, and the works it cites under the numbers they have everywhere here. */
export function Sources({ served: { lesson, sources } }: { served: ServedLesson }) {
  return (
    <Section id="sources" title="Review and sources">
      <SignOffs signOffs={lesson.review.signOffs.filter(({ version }) => version === lesson.version)} />
      <p>
        To be read again by <Day date={lesson.review.reviewBy} />. Numbers are those of{' '}
        <Link href="/evidence#sources">the list of all sources</Link>.
      </p>
      <ReferenceList sources={worksOf(sources)} numberOf={findSourceNumber} />
    </Section>
  )
}

function worksOf(ids: readonly string[]): Source[] {
  return getRegistry().sources.filter(({ id }) => ids.includes(id))
}
