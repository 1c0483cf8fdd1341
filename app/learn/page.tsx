import type { Metadata } from 'next'
import { Link } from '#app/_components/link.tsx'
import { listRoles } from '#server/learning/reference/queries.ts'
import { listOffered, served } from '#server/learning/scenarios/served.ts'
import { CodeNotice } from '../_components/notice.tsx'
import { Page, PageHeading } from '../_components/page.tsx'
import { CaseRow } from './case-row.tsx'
import { Filter } from './filter.tsx'
import styles from './page.module.css'

export const metadata: Metadata = { title: 'Cases' }

/** The cases on offer, narrowed by setting and by the part one plays. */
export default async function CataloguePage({ searchParams }: PageProps<'/learn'>) {
  const { setting, role, notice } = await searchParams
  const cases = listOffered(served())
  const found = cases
    .filter(({ scenario }) => !setting || scenario.setting === setting)
    .filter(({ scenario }) => !role || scenario.roles.some((it) => it === role))
  const roles = listRoles().filter(({ id }) => cases.some(({ scenario }) => scenario.roles.some((it) => it === id)))
  return (
    <Page>
      <PageHeading
        title="Cases"
        lede="Each is one visit, named by its setting and its complaint. Nothing in a name, a place in this list or an address tells you what the patient is living through."
      >
        <CodeNotice code={notice} />
      </PageHeading>
      <div className={styles.columns}>
        <Filter
          settings={[...new Set(cases.map(({ scenario }) => scenario.setting))].sort()}
          roles={roles}
          setting={textOf(setting)}
          role={textOf(role)}
        />
        <section className={styles.list} aria-labelledby="found">
          <h2 className={styles.count} id="found">
            {found.length === 1 ? '1 case' : `${found.length} cases`}
          </h2>
          {found.length === 0 ? <NoneFound hasAny={cases.length > 0} /> : null}
          <ul className="plainlist">
            {found.map((loaded) => (
              <CaseRow loaded={loaded} key={loaded.scenario.id} />
            ))}
          </ul>
        </section>
      </div>
    </Page>
  )
}

function NoneFound({ hasAny }: { hasAny: boolean }) {
  if (!hasAny) return <p>No case is on offer here at present.</p>
  return (
    <p>
      No case fits both. <Link href="/learn">Show all cases</Link>
    </p>
  )
}

function textOf(value: string | string[] | undefined): string {
  return typeof value === 'string' ? value : ''
}
