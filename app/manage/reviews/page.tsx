import type { Metadata } from 'next'
import { listContents } from '#server/credit/sign-offs/list-contents.ts'
import { listSignatures, reviewCapacities, signOffsFor } from '#server/credit/sign-offs/queries.ts'
import { can } from '#server/people/auth/permissions.ts'
import { record } from '#server/record/db/client.ts'
import { filterIn } from '../_parts/listing.ts'
import { requireOffice } from '../_parts/office.ts'
import { typedAt } from '../_parts/office-door.ts'
import { Empty, OfficePage, OfficeSection } from '../_parts/office-page.tsx'
import { Missing } from './missing.tsx'
import { Pieces } from './pieces.tsx'
import { SignForm } from './sign-form.tsx'
import { Signatures } from './signatures.tsx'

export const metadata: Metadata = { title: 'Reviews' }

const path = '/manage/reviews'

/** What an organization's activities teach and ask, who signed which version, and the form to sign. */
export default async function ReviewsPage({ searchParams }: PageProps<'/manage/reviews'>) {
  const search = await searchParams
  const { notice } = search
  const { person, organization } = await requireOffice('content.read', path)
  const contents = await listContents(record(), organization.id)
  const plain = contents.map(({ title: _, isWithdrawn: __, ...content }) => content)
  const standing = await signOffsFor(record(), organization.id, plain)
  const pieces = standing.flatMap((each, index) => {
    const found = contents[index]
    return found ? [{ ...each, title: found.title, isWithdrawn: found.isWithdrawn }] : []
  })
  const missing = filterIn(search, 'missing', reviewCapacities)
  const shown = missing ? pieces.filter((piece) => piece.missing.includes(missing)) : pieces
  const signatures = await listSignatures(record(), organization.id)
  const thing = { organizationId: organization.id }
  const may = { sign: can(person, 'content.signOff', thing), record: can(person, 'activity.edit', thing) }
  return (
    <OfficePage
      title="Reviews"
      notice={notice}
      lede="Everything that your activities teach and ask. An activity opens for credit once each piece is signed, in exactly its present version, by a clinician, by somebody with lived experience, and by a coding specialist."
    >
      {pieces.length === 0 ? (
        <Empty title="There is nothing to read yet">
          <p>Once an activity is set up, the lessons, cases and questions of its course stand here.</p>
        </Empty>
      ) : (
        <SignForm
          organizationId={organization.id}
          typed={typedAt(person, path, notice)}
          may={may}
          pieces={
            <>
              <Missing pieces={pieces} search={search} />
              <Pieces pieces={shown} canChoose={may.sign || may.record} typed={typedAt(person, path, notice)} />
            </>
          }
        />
      )}
      {signatures.length > 0 ? (
        <OfficeSection
          id="kept"
          title="Signatures kept here"
          hint="One that is withdrawn no longer counts for what is opened from then on. Versions that are open keep it."
        >
          <Signatures signatures={signatures} contents={contents} userId={person.userId} may={may} />
        </OfficeSection>
      ) : null}
    </OfficePage>
  )
}
