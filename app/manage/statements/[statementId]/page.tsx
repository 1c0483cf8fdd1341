import type { Metadata } from 'next'
import { Button } from '#app/_components/button.tsx'
import { Link } from '#app/_components/link.tsx'
import { missing } from '#app/_components/missing.ts'
import { bodies } from '#machines/activity/offering.ts'
import { unknownBraces } from '#machines/activity/statement.ts'
import { listStatementUses } from '#server/credit/statements/list-uses.ts'
import { listStatements } from '#server/credit/statements/queries.ts'
import { statementLimit } from '#server/credit/statements/statement-text.ts'
import { record } from '#server/record/db/client.ts'
import formStyles from '../../_parts/fields.module.css'
import { FormEnd, TextField } from '../../_parts/fields.tsx'
import { requireOffice } from '../../_parts/office.ts'
import { typedAt } from '../../_parts/office-door.ts'
import { OfficePage, OfficeSection } from '../../_parts/office-page.tsx'
import { Uses } from '../statement-card.tsx'
import { StatementHint } from '../statement-hint.tsx'
import { Difference } from './difference.tsx'

export const metadata: Metadata = { title: 'Change a statement' }

/** New words for a statement: first compared with those it has, then saved as a version of their own. */
export default async function StatementPage({ params, searchParams }: PageProps<'/manage/statements/[statementId]'>) {
  const { statementId } = await params
  const { notice, text } = await searchParams
  const path = `/manage/statements/${statementId}`
  const { person, organization } = await requireOffice('activity.edit', path)
  const found = (await listStatements(record(), organization.id)).find(({ id }) => id === statementId)
  if (!found) missing()
  const [newest] = found.versions
  const given = typeof text === 'string' ? text : typedAt(person, path, notice)?.get('text')?.[0]
  const typed = given?.replace(/\r\n?/g, '\n').trim()
  const uses = (await listStatementUses(record(), organization.id)).filter((use) => use.statementId === statementId)
  return (
    <OfficePage
      title={`Statement of ${bodies[found.body]}`}
      notice={notice}
      over={<Link href="/manage/statements">Statements</Link>}
      lede={`Version ${newest.version} stays as it is. New words become version ${newest.version + 1}.`}
    >
      <form className={formStyles.form} action={path} method="get">
        <TextField
          name="text"
          label="The statement, word for word"
          hint={<StatementHint />}
          fault={typed === undefined ? undefined : faultOf(typed)}
          rows={8}
          longest={statementLimit}
          value={typed ?? newest.text}
        />
        <FormEnd>
          <Button tone={typed === undefined ? 'action' : 'plain'}>Compare with version {newest.version}</Button>
          <Link href="/manage/statements">Leave without saving</Link>
        </FormEnd>
      </form>
      {typed === undefined || faultOf(typed) ? null : (
        <Difference statement={newest} text={typed} action={`${path}/save`} uses={uses} />
      )}
      <OfficeSection id="uses" title="Where it is shown">
        <Uses uses={uses} newest={newest.version} />
      </OfficeSection>
    </OfficePage>
  )
}

function faultOf(text: string): string | undefined {
  if (text === '') return 'Paste the words of the statement.'
  const braces = unknownBraces(text)
  if (braces.length > 0) return `Only the three names below may stand in braces; take out ${braces.join(' and ')}.`
  if (/<\/?[a-z!][^>]*>/i.test(text)) return 'Words only: take out the tags, such as those for italics.'
  return undefined
}
