import type { Metadata } from 'next'
import { Cite } from '#app/_components/cite.tsx'
import { Link } from '#app/_components/link.tsx'
import { missing } from '#app/_components/missing.ts'
import { itemSets } from '#server/learning/assessments/item-sets.ts'
import { requireOffice } from '../../../_parts/office.ts'
import { OfficePage, OfficeSection } from '../../../_parts/office-page.tsx'
import styles from '../../reviews.module.css'

export const metadata: Metadata = { title: 'Questions' }

/** One file of the test bank whole, with the answers and why: for those who read it before it carries credit. */
export default async function QuestionsPage({ params }: PageProps<'/manage/reviews/questions/[setId]'>) {
  const { setId } = await params
  await requireOffice('content.read', `/manage/reviews/questions/${setId}`)
  const set = itemSets().find(({ id }) => id === setId)
  if (!set) missing()
  return (
    <OfficePage
      title={`Questions: ${set.id}`}
      over={<Link href="/manage/reviews">Reviews</Link>}
      lede={`Version ${set.version}, ${set.pairs.length} pairs. Whoever takes both tests meets both questions of a pair. Do not pass them on: they are asked of learners.`}
    >
      {set.pairs.map((pair) => (
        <OfficeSection id={pair.id} title={pair.id} hint={hintOf(pair)} key={pair.id}>
          {[pair.a, pair.b].map((item) => (
            <article className={styles.item} key={item.stem}>
              <p>{item.stem}</p>
              <ul>
                {item.options.map(({ id, text, right, why }) => (
                  <li key={id}>
                    <span className={right ? styles.right : undefined}>
                      {right ? 'Right: ' : ''}
                      {text}
                    </span>
                    <span className={styles.about}>{why}</span>
                  </li>
                ))}
              </ul>
              <p className={styles.about}>{item.sources ? <Cite sources={item.sources} /> : 'Authors’ judgment.'}</p>
            </article>
          ))}
        </OfficeSection>
      ))}
    </OfficePage>
  )
}

function hintOf({ objective, difficulty, for: whom }: { objective: string; difficulty: string; for: string }): string {
  const asked = whom === 'everyone' ? 'asked of everyone' : 'asked of those with clinical work'
  return `Objective “${objective}”, ${difficulty}, ${asked}.`
}
