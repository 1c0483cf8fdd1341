import type { Metadata } from 'next'
import { ButtonLink } from '#app/_components/button.tsx'
import { Link } from '#app/_components/link.tsx'
import { Notice } from '#app/_components/notice.tsx'
import { Page, PageHeading, Section } from '#app/_components/page.tsx'
import { asksForMissingWord, getCoding, listFirstCodes, searchCodes } from '#server/learning/reference/codes.ts'
import { getRegistry } from '#server/learning/reference/queries.ts'
import { CodeTable } from './code-table.tsx'
import styles from './codes.module.css'
import { Edition } from './edition.tsx'
import { CodeFilter } from './filter.tsx'
import { isBlank, searchIn } from './search.ts'

export const metadata: Metadata = { title: 'Reference' }

/** All codes of the set, looked through by words and narrowed by a form whose choices stand in the address. */
export default async function CodesPage({ searchParams }: PageProps<'/reference/codes'>) {
  const given = await searchParams
  const search = searchIn(given)
  const isShort = isBlank(search) && given.show !== 'all'
  const found = isShort ? listFirstCodes() : searchCodes(search)
  const coding = getCoding()
  return (
    <Page>
      <PageHeading
        title="Codes"
        lede="What the responsible provider has documented decides. No title in this set says trafficking; the words are exploitation, sexual or labor."
      >
        <p className={styles.ways}>
          <ButtonLink href="/reference/codes/decide">What has been documented?</ButtonLink>
          <ButtonLink href="/reference/codes/card" tone="plain">
            One page to print
          </ButtonLink>
        </p>
      </PageHeading>
      <div className={styles.columns}>
        <CodeFilter search={search} />
        <section aria-labelledby="found" className={styles.found}>
          <h2 className={styles.count} id="found">
            {countOf(found.length, getRegistry().codes.length)}
          </h2>
          {isShort ? (
            <p className={styles.short}>
              Confirmed, suspected, ruled out and history. <Link href="/reference/codes?show=all">Show all codes</Link>
            </p>
          ) : null}
          {asksForMissingWord(search.q) ? (
            <Notice>
              <p>{coding.noTitleSays.text}</p>
            </Notice>
          ) : null}
          {found.length === 0 ? <NoneFound /> : null}
          <CodeTable codes={found} />
        </section>
      </div>
      <Section id="edition" title="Edition and review">
        <Edition coding={coding} />
      </Section>
    </Page>
  )
}

function NoneFound() {
  return (
    <p className={styles.short}>
      No code fits all of this. <Link href="/reference/codes?show=all">Show all codes</Link>
    </p>
  )
}

function countOf(found: number, all: number): string {
  if (found === all) return `All ${all} codes`
  return found === 1 ? `1 of ${all} codes` : `${found} of ${all} codes`
}
