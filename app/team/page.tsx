import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { listTeam, type TeamRow, teamStates } from '#server/credit/reports/list-team.ts'
import {
  chosenOrganization,
  listManaged,
  type Managed,
  mayWithin,
  organizationCookie
} from '#server/people/auth/chosen-organization.ts'
import type { Person } from '#server/people/auth/person.ts'
import { requirePerson } from '#server/people/auth/session.ts'
import { record } from '#server/record/db/client.ts'
import { Badge } from '../_components/badge.tsx'
import { Button } from '../_components/button.tsx'
import { Day } from '../_components/day.tsx'
import { Link } from '../_components/link.tsx'
import { CodeNotice } from '../_components/notice.tsx'
import { Page, PageHeading, Section } from '../_components/page.tsx'
import { Table } from '../_components/table.tsx'
import styles from './page.module.css'
import { stateWords } from './words.ts'

export const metadata: Metadata = { title: 'Team' }

/** What a manager's people were asked to finish, and whether they have. It tells nothing of how they did it. */
export default async function TeamPage({ searchParams }: PageProps<'/team'>) {
  const { notice, state } = await searchParams
  const person = await requirePerson('/team')
  const organization = await teamOrganization(person)
  const rows = await listTeam(record(), { actor: person, organizationId: organization.id, now: new Date() })
  const shown = teamStates.find((known) => known === state)
  return (
    <Page>
      <PageHeading
        over={<Link href="/manage">{organization.name}</Link>}
        title="Your team"
        lede="What people were asked to finish, and whether they have. How they did is theirs."
      >
        <CodeNotice code={notice} />
      </PageHeading>
      <Section id="assigned" title="Assigned" wide>
        {rows.length === 0 ? <NothingAssigned /> : <Assigned rows={rows} shown={shown} />}
      </Section>
      {rows.length > 0 ? (
        <Section id="file" title="As a file">
          <p>The same rows as CSV. The office’s log notes that you took it.</p>
          <form method="post" action="/team/file">
            <input type="hidden" name="organization" value={organization.id} />
            <Button tone="plain">Download CSV</Button>
          </form>
        </Section>
      ) : null}
      <Section id="not-here" title="What is not here">
        <p>
          Scores, answers, attempts, time spent and what somebody chose to leave out are not shown to managers, here or
          in the file. People are listed by name, and a day is all that is said of when they finished.
        </p>
      </Section>
    </Page>
  )
}

/** @returns the chosen organization in which somebody may see a team; whoever may in none is led to a page that says why. */
async function teamOrganization(person: Person): Promise<Managed> {
  const managed = await listManaged(record(), person)
  const open = managed.filter(({ id }) => mayWithin(person, 'team.view', id))
  const chosen = chosenOrganization(open, (await cookies()).get(organizationCookie)?.value)
  if (chosen) return chosen
  const proven = { ...person, hasSecondFactor: true }
  const couldBe = managed.some(({ id }) => mayWithin(proven, 'team.view', id))
  redirect(`/manage/not-allowed?notice=${couldBe ? 'second_factor_needed' : 'not_allowed'}`)
}

function NothingAssigned() {
  return (
    <>
      <p>Nobody of your team is asked to finish anything yet.</p>
      <p>
        <Link href="/manage/assignments">Assign an activity</Link>
      </p>
    </>
  )
}

function Assigned({ rows, shown }: { rows: readonly TeamRow[]; shown: TeamRow['state'] | undefined }) {
  const listed = shown ? rows.filter(({ state }) => state === shown) : rows
  return (
    <>
      <nav className={styles.filter} aria-label="Show">
        <Link href="/team" aria-current={shown ? undefined : 'true'}>
          All {rows.length}
        </Link>
        {teamStates.map((state) => (
          <Link href={`/team?state=${state}`} aria-current={shown === state ? 'true' : undefined} key={state}>
            {stateWords[state].label} {rows.filter((row) => row.state === state).length}
          </Link>
        ))}
      </nav>
      {listed.length === 0 ? <p>Nobody is in this list.</p> : <People rows={listed} />}
    </>
  )
}

function People({ rows }: { rows: readonly TeamRow[] }) {
  return (
    <Table
      caption="People and what they were asked to finish"
      head={['Person', 'Department', 'Activity', 'Due', 'State']}
      rows={rows.map(({ person, department, activity, dueOn, state, doneOn }, index) => ({
        key: String(index),
        cells: [
          person,
          department || 'No department',
          activity,
          <Day date={dueOn} key="due" />,
          <span className={styles.state} key="state">
            <Badge tone={stateWords[state].tone}>{stateWords[state].label}</Badge>
            {doneOn ? <Day date={doneOn} /> : null}
          </span>
        ]
      }))}
    />
  )
}
