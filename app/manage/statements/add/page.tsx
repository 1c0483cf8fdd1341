import type { Metadata } from 'next'
import { Button } from '#app/_components/button.tsx'
import { SelectField } from '#app/_components/field.tsx'
import { Link } from '#app/_components/link.tsx'
import { bodies, bodyIds } from '#machines/activity/offering.ts'
import { statementLimit } from '#server/credit/statements/statement-text.ts'
import { FormEnd, OfficeForm, TextField } from '../../_parts/fields.tsx'
import { requireOffice } from '../../_parts/office.ts'
import { typedAt } from '../../_parts/office-door.ts'
import { OfficePage } from '../../_parts/office-page.tsx'
import { StatementHint } from '../statement-hint.tsx'

export const metadata: Metadata = { title: 'Add a statement' }

const path = '/manage/statements/add'

/** Takes an accreditor's sentence as it was given to the office. */
export default async function AddStatementPage({ searchParams }: PageProps<'/manage/statements/add'>) {
  const { notice } = await searchParams
  const { person, organization } = await requireOffice('activity.edit', path)
  const typed = typedAt(person, path, notice)
  return (
    <OfficePage
      title="Add a statement"
      notice={notice}
      over={<Link href="/manage/statements">Statements</Link>}
      lede="Paste it from your accreditor’s own text of this year; do not write it from memory."
    >
      <OfficeForm action={`${path}/send`}>
        <input type="hidden" name="organization" value={organization.id} />
        <SelectField
          name="body"
          label="Body"
          options={bodyIds.map((value) => ({ value, label: bodies[value] }))}
          chosen={typed?.get('body')?.[0]}
        />
        <TextField
          name="text"
          label="The statement, word for word"
          hint={<StatementHint />}
          rows={8}
          longest={statementLimit}
          value={typed?.get('text')?.[0]}
        />
        <FormEnd>
          <Button>Keep this statement</Button>
          <Link href="/manage/statements">Leave without saving</Link>
        </FormEnd>
      </OfficeForm>
    </OfficePage>
  )
}
