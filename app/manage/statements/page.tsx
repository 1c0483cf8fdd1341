import type { Metadata } from 'next'
import { ButtonLink } from '#app/_components/button.tsx'
import { bodies } from '#machines/activity/offering.ts'
import { listStatementUses } from '#server/credit/statements/list-uses.ts'
import { listStatements } from '#server/credit/statements/queries.ts'
import { record } from '#server/record/db/client.ts'
import { requireOffice } from '../_parts/office.ts'
import { Empty, OfficePage, OfficeSection } from '../_parts/office-page.tsx'
import { StatementCard } from './statement-card.tsx'

export const metadata: Metadata = { title: 'Statements' }

/** The accreditors' sentences that an organization keeps, by body, each in its newest words. */
export default async function StatementsPage({ searchParams }: PageProps<'/manage/statements'>) {
  const { notice } = await searchParams
  const { organization } = await requireOffice('activity.edit', '/manage/statements')
  const statements = await listStatements(record(), organization.id)
  const uses = await listStatementUses(record(), organization.id)
  const byBody = [...Map.groupBy(statements, ({ body }) => body)]
  return (
    <OfficePage
      title="Statements"
      notice={notice}
      lede="The sentences that your accreditors give you, word for word. The software ships none, fills none and translates none."
      acts={statements.length > 0 ? <ButtonLink href="/manage/statements/add">Add a statement</ButtonLink> : null}
    >
      {statements.length === 0 ? <NoneYet /> : null}
      {byBody.map(([body, kept]) => (
        <OfficeSection id={`body-${body}`} title={bodies[body]} key={body}>
          {kept.map((statement) => (
            <StatementCard
              statement={statement}
              uses={uses.filter(({ statementId }) => statementId === statement.id)}
              key={statement.id}
            />
          ))}
        </OfficeSection>
      ))}
    </OfficePage>
  )
}

function NoneYet() {
  return (
    <Empty title="No statement is kept here yet">
      <p>
        Copy each sentence from your accreditor’s own letter, booklet or site of this year, and paste it here. A credit
        cannot be offered without the statement of its body; a certificate of completion needs none.
      </p>
      <p>
        <ButtonLink href="/manage/statements/add">Add a statement</ButtonLink>
      </p>
    </Empty>
  )
}
