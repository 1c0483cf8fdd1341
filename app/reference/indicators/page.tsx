import type { Metadata } from 'next'
import { Link } from '#app/_components/link.tsx'
import { Page, PageHeading } from '#app/_components/page.tsx'
import { strengthWords } from '#app/_components/words.ts'
import type { Indicator } from '#content/registry-schema.ts'
import { searchIndicators } from '#server/learning/reference/indicators.ts'
import { getRegistry } from '#server/learning/reference/queries.ts'
import { IndicatorFilter } from './filter.tsx'
import styles from './indicators.module.css'
import { searchIn } from './search.ts'
import { Sign } from './sign.tsx'
import { strengthMeanings, strengthOrder } from './words.ts'

export const metadata: Metadata = { title: 'Reference' }

/** Signs by setting, channel and strength, none of which says that somebody is trafficked. */
export default async function IndicatorsPage({ searchParams }: PageProps<'/reference/indicators'>) {
  const search = searchIn(await searchParams)
  const found = searchIndicators(search)
  const all = getRegistry().indicators.length
  return (
    <Page>
      <PageHeading
        over={<Link href="/reference">Reference</Link>}
        title="Indicators"
        lede="No sign says that somebody is trafficked. A sign says what to do next for this patient, and each has other explanations."
      >
        <p>
          Sources name the sign, or say why it is set aside. Strengths, other explanations and next steps are our
          judgment. This is not a screening tool, so nothing here adds up to a score.
        </p>
      </PageHeading>
      <div className={styles.columns}>
        <IndicatorFilter search={search} />
        <section aria-labelledby="found">
          <h2 className={styles.count} id="found">
            {found.length === all ? `All ${all} indicators` : `${found.length} of ${all} indicators`}
          </h2>
          {found.length === 0 ? (
            <p className={styles.none}>
              Nothing fits all of this. <Link href="/reference/indicators">Show all</Link>
            </p>
          ) : null}
          {strengthOrder.map((strength) => (
            <Group
              strength={strength}
              indicators={found.filter((indicator) => indicator.strength === strength)}
              key={strength}
            />
          ))}
        </section>
      </div>
    </Page>
  )
}

function Group({ strength, indicators }: { strength: Indicator['strength']; indicators: readonly Indicator[] }) {
  if (indicators.length === 0) return null
  return (
    <section aria-labelledby={strength} className={styles.group}>
      <h3 id={strength}>{strengthWords[strength]}</h3>
      <p>{strengthMeanings[strength]}</p>
      <ul className="plainlist">
        {indicators.map((indicator) => (
          <Sign indicator={indicator} key={indicator.id} />
        ))}
      </ul>
    </section>
  )
}
