import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import styles from './page.module.css'

/** The sheet a page is set on: margin, text and side column on a wide screen, one column on a narrow one. */
export function Page({ children }: { children: ReactNode }) {
  return <div className={styles.page}>{children}</div>
}

type HeadingProps = { over?: ReactNode; title: string; lede?: ReactNode; flush?: boolean; children?: ReactNode }

/** The head of a page; `over` is the small line above the title, `flush` sets it at the margin's edge. */
export function PageHeading({ over, title, lede, flush = false, children }: HeadingProps) {
  return (
    <header className={classes(styles.heading, flush && styles.flush)}>
      {over ? <p className={styles.over}>{over}</p> : null}
      <h1>{title}</h1>
      {lede ? <p className={styles.lede}>{lede}</p> : null}
      {children}
    </header>
  )
}

type SectionProps = { id: string; title: string; aside?: ReactNode; wide?: boolean; children: ReactNode }

/** One part of a page: its title hangs in the margin; `wide` also takes the side column. */
export function Section({ id, title, aside, wide = false, children }: SectionProps) {
  return (
    <section className={classes(styles.section, wide && styles.wide)} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div className={classes(styles.text, 'flow')}>{children}</div>
      {aside ? <div className={styles.aside}>{aside}</div> : null}
    </section>
  )
}
