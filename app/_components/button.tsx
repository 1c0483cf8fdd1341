import type { ReactNode } from 'react'
import { Link } from '#app/_components/link.tsx'
import styles from './button.module.css'
import { classes } from './classes.ts'

type Tone = 'action' | 'plain'

type ButtonProps = { children: ReactNode; tone?: Tone; name?: string; value?: string; form?: string; wide?: boolean }

/** Sends the form it stands in. Its words say what happens; `action` is for the one main act of a page. */
export function Button({ children, tone = 'action', wide = false, ...rest }: ButtonProps) {
  return (
    <button type="submit" className={classes(styles.button, styles[tone], wide && styles.wide)} {...rest}>
      {children}
    </button>
  )
}

/** A link that weighs as much as a button. */
export function ButtonLink({ children, tone = 'action', href }: { children: ReactNode; tone?: Tone; href: string }) {
  return (
    <Link className={classes(styles.button, styles[tone])} href={href}>
      {children}
    </Link>
  )
}

/** The same for a file, which the browser keeps or opens; where there is none to give, the page that says why opens. */
export function FileLink({ children, tone = 'action', href }: { children: ReactNode; tone?: Tone; href: string }) {
  return (
    <a className={classes(styles.button, styles[tone])} href={href}>
      {children}
    </a>
  )
}
