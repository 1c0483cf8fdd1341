import type { Root } from 'hast'
import { toJsxRuntime } from 'hast-util-to-jsx-runtime'
import { type ComponentProps, Fragment, type ReactNode } from 'react'
import { jsx, jsxs } from 'react/jsx-runtime'
import { classes } from '../../_components/classes.ts'
import { Link } from '../../_components/link.tsx'
import { Ground } from './ground.tsx'
import styles from './lesson-text.module.css'

type FigureOf = (name: string) => ReactNode

/** The text of a lesson as laid out; `figure` draws the figure with a name. */
export function LessonText({ tree, figure }: { tree: Root; figure: FigureOf }) {
  return (
    <div className={classes(styles.text, 'flow')}>
      {toJsxRuntime(tree, {
        Fragment,
        jsx,
        jsxs,
        tableCellAlignToStyle: false,
        components: {
          a: SiteLink,
          cite: Citation,
          section: Box,
          table: ScrollingTable,
          td: ({ align, node: _, ...cell }: CellProps) => <td className={alignment(align)} {...cell} />,
          th: ({ align, node: _, ...cell }: CellProps) => <th className={alignment(align)} {...cell} />,
          figure: (props: { 'data-name'?: string }) => figure(props['data-name'] ?? '')
        }
      })}
    </div>
  )
}

type CellProps = ComponentProps<'th'> & { node?: unknown }

/** A link within the site; the words of any other stand as words. */
function SiteLink({ href = '', children }: ComponentProps<'a'>) {
  return /^(\/(?!\/)|#)/.test(href) ? <Link href={href}>{children}</Link> : children
}

function Citation(props: ComponentProps<'cite'> & { 'data-sources'?: string; 'data-judgment'?: string }) {
  const sources = (props['data-sources'] ?? '').split(' ').filter(Boolean)
  return <Ground sources={sources} isJudgment={props['data-judgment'] !== undefined} />
}

const boxWords: Record<string, string> = { say: 'Words to use', avoid: 'Words to leave out', note: 'Note' }

function Box({ children, ...props }: ComponentProps<'section'> & { 'data-kind'?: string }) {
  const kind = props['data-kind'] ?? 'note'
  return (
    <div className={classes(styles.box, styles[kind], 'flow')}>
      <p className={styles.label}>{boxWords[kind]}</p>
      {children}
    </div>
  )
}

/** Wider than its column it moves within itself, also from the keyboard. */
function ScrollingTable({ children, ...props }: ComponentProps<'table'> & { 'data-label'?: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className={styles.scroll} aria-label={props['data-label']} tabIndex={0}>
      <table>{children}</table>
    </section>
  )
}

function alignment(align: string | undefined): string | undefined {
  return align === 'right' ? styles.right : align === 'center' ? styles.center : undefined
}
