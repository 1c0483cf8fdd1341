import type { ReactNode } from 'react'
import { CodeNotice } from '#app/_components/notice.tsx'
import styles from './office-page.module.css'

type OfficePageProps = {
  title: string
  /** The small line above the title, such as the way back. */
  over?: ReactNode
  lede?: ReactNode
  /** The `notice` of the page's address. */
  notice?: string | string[] | undefined
  /** What can be done here, at the right of the title. */
  acts?: ReactNode
  children: ReactNode
}

/** The sheet of a managing page: its title, what can be done, what was said of the last act, then its parts. */
export function OfficePage({ title, over, lede, notice, acts, children }: OfficePageProps) {
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <div>
          {over ? <p className={styles.over}>{over}</p> : null}
          <h1>{title}</h1>
          {lede ? <p className={styles.lede}>{lede}</p> : null}
        </div>
        {acts ? <div className={styles.acts}>{acts}</div> : null}
      </header>
      <CodeNotice code={notice} />
      {children}
    </div>
  )
}

type OfficeSectionProps = { id: string; title: string; hint?: ReactNode; acts?: ReactNode; children: ReactNode }

/** One part of a managing page, with a title of its own. */
export function OfficeSection({ id, title, hint, acts, children }: OfficeSectionProps) {
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.head}>
        <div>
          <h2 id={id}>{title}</h2>
          {hint ? <p className={styles.hint}>{hint}</p> : null}
        </div>
        {acts ? <div className={styles.acts}>{acts}</div> : null}
      </div>
      <div className="flow">{children}</div>
    </section>
  )
}

/** What stands where a list is still empty: what it will hold, and what to do first. */
export function Empty({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={styles.empty}>
      <p className={styles.emptyTitle}>{title}</p>
      {children}
    </div>
  )
}
