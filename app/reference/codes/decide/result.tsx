import { CodeApart } from '#app/_components/code-apart.tsx'
import { Link } from '#app/_components/link.tsx'
import { Page, PageHeading, Section } from '#app/_components/page.tsx'
import type { Coding } from '#content/coding-schema.ts'
import type { AidAnswers, AidResult } from '#machines/coding/aid.ts'
import { findCode } from '#server/learning/reference/codes.ts'
import { getRegistry } from '#server/learning/reference/queries.ts'
import styles from '../codes.module.css'
import { Edition } from '../edition.tsx'
import { Statements } from '../statements.tsx'
import { pageOf } from '../words.ts'
import { Given } from './given.tsx'

type ResultProps = { coding: Coding; answers: AidAnswers; result: AidResult }

/** What the documentation supports: the code, what it is made of, and what to know before it is sent. */
export function Result({ coding, answers, result }: ResultProps) {
  const { code, row } = result
  const words = coding.rows.find((known) => known.row === row)
  return (
    <Page>
      <PageHeading
        over="This documentation supports"
        title={code ?? 'No code of exploitation'}
        lede={code ? findCode(code)?.title : words?.text}
      />
      {code ? (
        <Section id="apart" title="Taken apart" wide>
          <CodeApart code={code} codes={getRegistry().codes} />
        </Section>
      ) : null}
      <Given coding={coding} answers={answers} />
      <Statements coding={coding} subject={code ? { code } : { row }} />
      <Section id="edition" title="Edition and review">
        <Edition coding={coding} />
      </Section>
      <nav className={styles.onward} aria-label="After the result">
        <Link href="/reference/codes/decide">Begin again</Link>
        {code ? <Link href={pageOf(code)}>The page of {code}</Link> : null}
        <Link href="/reference/codes">All codes</Link>
        <Link href="/reference/codes/card">One page to print</Link>
      </nav>
    </Page>
  )
}
